import buzonImss from './buzon-imss.ts';
import type { HttpsOrigin, Portal } from './portal.ts';
import replicaEntrar from './replica-entrar.ts';

export type { FillForm, FormFields, HttpsOrigin, Portal } from './portal.ts';

const rows = [buzonImss, replicaEntrar] as const;

export type PortalId = (typeof rows)[number]['id'];

/** A portal of the list. */
export type KnownPortal = Portal & { id: PortalId };

/** Every sign-in page that is known, one file each. */
export const portals: readonly KnownPortal[] = rows;

/** The row with this id. */
export function findPortal(id: string | undefined): KnownPortal | undefined {
  return portals.find((portal) => portal.id === id);
}

/** The exact https origins that see the page API: the `include_globs` of the manifest. */
export const bridgeOrigins: readonly string[] = [
  'https://serviciosdigitales.imss.gob.mx',
  'https://buzon.imss.gob.mx',
  'https://idse.imss.gob.mx',
];

/** The exact https origins where a sign-in is watched: the pages of portals, and the widget. */
export const watchedOrigins: readonly string[] = [
  ...bridgeOrigins,
  'https://firmadigitalssl.imss.gob.mx',
];

/**
 * The row of the sign-in page at `url`, or undefined for any other page. https, the default port
 * and the exact host are required; a longer path must go on after a slash.
 */
export function portalAt(url: string | undefined): KnownPortal | undefined {
  if (!url || !URL.canParse(url)) return undefined;
  const { origin, pathname } = new URL(url);
  return portals.find(
    ({ host, path }) =>
      origin === `https://${host}` && (pathname === path || pathname.startsWith(`${path}/`)),
  );
}

/**
 * The sign-in page that a tab shows, else the one that it waits for: where a portal never answers,
 * the address of the tab is still the one before.
 */
export function portalOfTab(
  tab: { url?: string | undefined; pendingUrl?: string | undefined } | undefined,
): ReturnType<typeof portalAt> {
  return portalAt(tab?.url) ?? portalAt(tab?.pendingUrl);
}

/** Every https origin that signing in to a portal touches: its page, and the frame of its form. */
export function originsOf({ host, form }: Portal): [HttpsOrigin, ...HttpsOrigin[]] {
  return [`https://${host}`, ...(form ? [form.origin] : [])];
}

/**
 * The site that a portal's host belongs to: cookies can be shared, and pages count as the same
 * place, within it. `gob.mx` is a public suffix, so a site is one label below it.
 */
export function siteOf({ host }: Pick<Portal, 'host'>): HttpsOrigin {
  return `https://${host.split('.').slice(-3).join('.')}`;
}
