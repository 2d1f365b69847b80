import { cookiesOfHost, sharedSessionCookies } from '../evidence/portal-cookies.ts';
import { clearCookies } from './clear-cookies.ts';
import type { AutomaticRepair } from './repair.ts';

/** Ends a session that hangs: the cookies of the portal's exact host, and of no other. */
const clearSessionCookies = {
  id: 'clear-session-cookies',
  endsSession: 'portal',
  ...clearCookies(cookiesOfHost),
} as const satisfies AutomaticRepair;

export default clearSessionCookies;

/**
 * Ends the session of one client: those of a whole domain that hold it there go too. To the person it
 * is the same change.
 */
export const closeSession = {
  ...clearSessionCookies,
  ...clearCookies(async (portal) => [
    ...(await cookiesOfHost(portal)),
    ...(await sharedSessionCookies(portal)),
  ]),
} as const satisfies AutomaticRepair;
