import { portals, siteOf } from '../../portals/index.ts';

const sites = [...new Set(portals.map((portal) => new URL(siteOf(portal)).hostname))];
/** The SAT's, by plain http: its sign-in pages have none. */
const ofSat = 'http://www.sat.gob.mx/*';

/**
 * Of the match patterns that the browser grants, those that only asking about revocation needs: the
 * SAT's by plain http, and whoever else is outside the sites of every portal. A pattern of all sites
 * covers portals too.
 */
export function revocationOrigins(granted: readonly string[]): string[] {
  return granted.filter((pattern) => pattern === ofSat || !isOfPortal(pattern));
}

function isOfPortal(pattern: string): boolean {
  const host = /^[^/]+\/\/([^/]*)/.exec(pattern)?.[1]?.replace(/^\*\.|:.*$/g, '') ?? '';
  return host === '*' || sites.some((site) => host === site || host.endsWith(`.${site}`));
}
