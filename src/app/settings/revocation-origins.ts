import { portals, siteOf } from '../../portals/index.ts';

const sites = [...new Set(portals.map((portal) => new URL(siteOf(portal)).hostname))];
const plain = 'http://';

/**
 * Of the match patterns that the browser grants, those that only asking about revocation needs: the
 * SAT's by plain http, and whoever else is outside the sites of every portal.
 */
export function revocationOrigins(granted: readonly string[]): string[] {
  return granted.filter((pattern) => pattern.startsWith(plain) || !isOfPortal(pattern));
}

function isOfPortal(pattern: string): boolean {
  const host = /^[^/]+\/\/([^/]*)/.exec(pattern)?.[1]?.replace(/^\*\.|:.*$/g, '') ?? '';
  return sites.some((site) => host === site || host.endsWith(`.${site}`));
}
