import { cookiesOfHost, sharedSessionCookies } from '../evidence/portal-cookies.ts';
import { clearCookies } from './clear-cookies.ts';
import clearSessionCookies from './clear-session-cookies.ts';
import type { AutomaticRepair } from './repair.ts';

/**
 * Ends the session of one client: the cookies of the exact host, and those of a whole domain that hold
 * it there. To the person it is the same change.
 */
export default {
  ...clearSessionCookies,
  ...clearCookies(async (portal) => [
    ...(await cookiesOfHost(portal)),
    ...(await sharedSessionCookies(portal)),
  ]),
} as const satisfies AutomaticRepair;
