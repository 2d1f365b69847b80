import { findPortal, siteOf } from '../portals/index.ts';
import type { PortalEvent } from './gatherer.ts';

/** Milliseconds: longer than portals leave a session open that nobody uses. */
const sessionsEndWithin = 2 * 3_600_000;

/**
 * Whether a page may be one of those behind a sign-in page that let the person in lately. The SAT
 * lets one in at one host and leads to others; what is behind a door of the IMSS is at that host.
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
