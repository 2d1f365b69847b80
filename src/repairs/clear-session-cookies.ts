import { cookiesOfHost } from '../evidence/portal-cookies.ts';
import { clearCookies } from './clear-cookies.ts';
import type { AutomaticRepair } from './repair.ts';

/** Ends a session that hangs: the cookies of the portal's exact host, and of no other. */
export default {
  id: 'clear-session-cookies',
  endsSession: 'portal',
  ...clearCookies(cookiesOfHost),
} as const satisfies AutomaticRepair;
