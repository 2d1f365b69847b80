import { findPortal, siteOf } from '../portals/index.ts';
import type { PortalEvent } from './gatherer.ts';

/** Milliseconds. How long a portal keeps a session is not known: after so long nobody is taken to be in. */
const sessionsEndWithin = 2 * 3_600_000;

/**
 * Whether a page may be one of those behind a sign-in page that let the person in lately. Behind the
 * door of an optional portal any host of its site is taken to be; behind that of the IMSS, its own.
 * @param hostname as `URL` gives it
 */
export function isInside(hostname: string, history: readonly PortalEvent[], now: Date): boolean {
  return history.some(({ what, portal, at }) => {
    const known = findPortal(portal);
    const age = now.getTime() - Date.parse(at);
    return (
      what === 'entered' &&
      known !== undefined &&
      age >= 0 &&
      age < sessionsEndWithin &&
      (known.isOptional ? isWithin(hostname, siteOf(known)) : hostname === known.host)
    );
  });
}

function isWithin(hostname: string, site: string): boolean {
  return `.${hostname}`.endsWith(`.${new URL(site).hostname}`);
}
