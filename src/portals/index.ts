import buzonImss from './buzon-imss.ts';
import buzonTramites from './buzon-tramites.ts';
import escritorioVirtual from './escritorio-virtual.ts';
import { widgetOrigin } from './forms/widget.ts';
import idse from './idse.ts';
import type { HttpsOrigin, Portal } from './portal.ts';
import replicaEntrar from './replica-entrar.ts';
import satCertisat from './sat-certisat.ts';
import satFacturas from './sat-facturas.ts';
import satPortal from './sat-portal.ts';
import satSiat from './sat-siat.ts';
import serviciosDigitales from './servicios-digitales.ts';

export { readAccountField, type AccountField } from './account-fields.ts';
export type * from './portal.ts';

const rows = [
  escritorioVirtual,
  buzonImss,
  idse,
  satPortal,
  satSiat,
  satCertisat,
  satFacturas,
  replicaEntrar,
  serviciosDigitales,
  buzonTramites,
] as const;

export type PortalId = (typeof rows)[number]['id'];

/** The portals that take no e.firma of a company. */
export type PersonalPortalId = Extract<
  (typeof rows)[number],
  { readonly accepts: readonly ['person'] }
>['id'];

/** A portal of the list. */
export type KnownPortal = Portal & { id: PortalId };

/** Every page that is known to ask for an e.firma, one file each; where two fit, the first counts. */
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

/**
 * The exact https origins where a sign-in is watched from the beginning: the pages of portals, and
 * the widget. At the optional ones only since the person let the extension in.
 */
export const watchedOrigins: readonly string[] = [...bridgeOrigins, widgetOrigin];

export const optionalOrigins: readonly HttpsOrigin[] = portals
  .filter(({ isOptional }) => isOptional)
  .map(({ host }): HttpsOrigin => `https://${host}`);

/**
 * The row of the sign-in page at `url`, or undefined for any other page. https, the default port
 * and the exact host are required; a longer path must go on after a slash.
 */
export function portalAt(url: string | undefined): KnownPortal | undefined {
  return rowsAt(url).find(({ purpose }) => purpose === 'enter');
}

/** The row of a page at `url` that may ask to sign something, without being a sign-in page. */
export function signingAt(url: string | undefined): KnownPortal | undefined {
  return rowsAt(url).find(({ purpose }) => purpose === 'sign');
}

function rowsAt(url: string | undefined): readonly KnownPortal[] {
  if (!url || !URL.canParse(url)) return [];
  const { origin, pathname } = new URL(url);
  return portals.filter(
    ({ host, path }) => origin === `https://${host}` && isUnder(pathname, path),
  );
}

/**
 * Whether a page of a portal has no business leading to `url`: portals send people to other sites of
 * the government, networks that want to be signed in to send them anywhere.
 */
export function isOffsite(url: string): boolean {
  return !/(?:^|\.)gob\.mx$/.test(new URL(url).hostname);
}

/** The path itself, or one that goes on after a slash. */
export function isUnder(pathname: string, path: string): boolean {
  return path === '/' || `${pathname}/`.startsWith(`${path}/`);
}

/**
 * Whether a page of the portal is the one with its form, by the path: others come after it, and no
 * form is missed there.
 */
export function isFormAt({ watch }: Portal, url: string): boolean {
  return watch?.formAt?.includes(new URL(url).pathname) ?? true;
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

/** The address that people open to come to a portal's page. */
export function addressOf({ host, path, entry }: Pick<Portal, 'host' | 'path' | 'entry'>): string {
  return `https://${host}${entry ?? path}`;
}

/** Every https origin that a portal touches: its page first, and the frames of its forms. */
export function originsOf({ host, forms }: Portal): [HttpsOrigin, ...HttpsOrigin[]] {
  const page: HttpsOrigin = `https://${host}`;
  const frames = new Set(forms.map(({ origin }) => origin));
  frames.delete(page);
  return [page, ...frames];
}

/** The match pattern that lets the extension in at a portal's host and its neighbours. */
export function sitePatternOf(portal: Pick<Portal, 'host'>): string {
  return `https://*.${new URL(siteOf(portal)).host}/*`;
}

/**
 * The site that a portal's host belongs to: cookies can be shared, and pages count as the same
 * place, within it. `gob.mx` is a public suffix, so a site is one label below it.
 */
export function siteOf({ host }: Pick<Portal, 'host'>): HttpsOrigin {
  return `https://${host.split('.').slice(-3).join('.')}`;
}
