import buzonImss from './buzon-imss.ts';
import type { Portal } from './portal.ts';
import replicaEntrar from './replica-entrar.ts';

export type { FillForm, FormFields, Portal } from './portal.ts';

const rows = [buzonImss, replicaEntrar] as const;

export type PortalId = (typeof rows)[number]['id'];

/** Every sign-in page that is known, one file each. */
export const portals: readonly (Portal & { id: PortalId })[] = rows;

/** The exact https origins that see the page API: the `include_globs` of the manifest. */
export const bridgeOrigins: readonly string[] = [
  'https://serviciosdigitales.imss.gob.mx',
  'https://buzon.imss.gob.mx',
  'https://idse.imss.gob.mx',
];

/**
 * The row of the sign-in page at `url`, or undefined for any other page. https, the default port
 * and the exact host are required; a longer path must go on after a slash.
 */
export function portalAt(url: string | undefined): (Portal & { id: PortalId }) | undefined {
  if (!url || !URL.canParse(url)) return undefined;
  const { origin, pathname } = new URL(url);
  return portals.find(
    ({ host, path }) =>
      origin === `https://${host}` && (pathname === path || pathname.startsWith(`${path}/`)),
  );
}
