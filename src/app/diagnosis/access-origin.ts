import { findPortal, siteOf, type PortalId } from '../../portals/index.ts';

/** What the browser is asked to let us see: every host of the portal's site, as when installed. */
export function accessOrigin(id: PortalId): string | undefined {
  const portal = findPortal(id);
  return portal && `https://*.${new URL(siteOf(portal)).host}`;
}
