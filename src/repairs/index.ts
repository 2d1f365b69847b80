import clearImssCookies from './clear-imss-cookies.ts';
import clearSessionCookies from './clear-session-cookies.ts';
import clearSiteCache from './clear-site-cache.ts';
import clearSiteStorage from './clear-site-storage.ts';
import pauseExtensions from './pause-extensions.ts';
import reloadWithoutCache from './reload-without-cache.ts';
import renewCertificate from './renew-certificate.ts';
import type { Repair } from './repair.ts';
import setClock from './set-clock.ts';
import updateBrowser from './update-browser.ts';
import waitAWhile from './wait-a-while.ts';
import waitUntilValid from './wait-until-valid.ts';
import watchPortal from './watch-portal.ts';

export { default as clearSessionCookies, closeSession } from './clear-session-cookies.ts';
export { nextRung } from './next-rung.ts';
export { openSignInPage } from './load-page.ts';
export type { AutomaticRepair, Repair, RepairContext } from './repair.ts';

/** Every repair; those of site data first, the gentlest before the harsher. */
export const repairs: readonly Repair[] = [
  reloadWithoutCache,
  clearSiteCache,
  clearSessionCookies,
  clearSiteStorage,
  clearImssCookies,
  pauseExtensions,
  updateBrowser,
  renewCertificate,
  waitUntilValid,
  setClock,
  watchPortal,
  waitAWhile,
];
