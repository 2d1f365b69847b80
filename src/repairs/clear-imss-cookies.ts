import { cookiesOfSite } from '../evidence/portal-cookies.ts';
import { clearCookies } from './clear-cookies.ts';
import type { AutomaticRepair } from './repair.ts';

/** The last step: every cookie of every host of the IMSS. Each of those hosts asks to sign in again. */
export default {
  id: 'clear-imss-cookies',
  endsSession: 'site',
  reach: 'site',
  ...clearCookies(cookiesOfSite),
} as const satisfies AutomaticRepair;
