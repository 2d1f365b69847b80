import { findPortal, siteOf } from '../portals/index.ts';
import type { PortalEvent } from './gatherer.ts';

/** Milliseconds: longer than portals leave a session open that nobody uses. */
const sessionsEndWithin = 2 * 3_600_000;

/**
 * Whether a page is of a site that let the person in lately: it may be one of those behind the
 * sign-in page.
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
      `.${hostname}`.endsWith(`.${new URL(siteOf(known)).hostname}`)
    );
  });
}
