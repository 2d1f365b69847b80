/**
 * The cookies of a portal, values included: whoever calls this keeps the values to itself.
 * Partitioned ones are seen as the portal's own pages see them; those that pages of other sites
 * keep apart, for frames of the portal within them, are none of its business.
 */
import { addressOf, siteOf, type Portal } from '../portals/index.ts';

export type Cookie = chrome.cookies.Cookie;

type Place = Pick<Portal, 'host'>;

/** Those of the exact host: neither those of other hosts of the site, nor those of the whole site. */
export async function cookiesOfHost(portal: Place): Promise<Cookie[]> {
  const found = await cookiesSeenBy(portal, { domain: portal.host });
  return found.filter((cookie) => hostOf(cookie) === portal.host);
}

/**
 * Those of a whole domain around the host that may hold a session there: what no script may read, or
 * what goes with the browser. What counts visitors is neither.
 */
export async function sharedSessionCookies(portal: Place): Promise<Cookie[]> {
  const found = await cookiesOfSite(portal);
  return found.filter(
    (cookie) =>
      (cookie.httpOnly || cookie.session) &&
      hostOf(cookie) !== portal.host &&
      !cookie.hostOnly &&
      portal.host.endsWith(cookie.domain),
  );
}

/** Those of every host of the portal's site. */
export async function cookiesOfSite(portal: Place): Promise<Cookie[]> {
  return await cookiesSeenBy(portal, { domain: new URL(siteOf(portal)).hostname });
}

/** Those that the browser sends to the sign-in page. */
export async function cookiesSentTo(portal: Portal): Promise<Cookie[]> {
  return await cookiesSeenBy(portal, { url: addressOf(portal) });
}

/** The host that a cookie belongs to; one of a whole domain has a dot before it. */
export function hostOf({ domain }: Pick<Cookie, 'domain'>): string {
  return domain.replace(/^\./, '');
}

/** Bytes of name and value, UTF-8. */
export function bytesOf({ name, value }: Pick<Cookie, 'name' | 'value'>): number {
  return new TextEncoder().encode(name + value).length;
}

/** The browser shows bytes that are no UTF-8 as U+FFFD: the value is not known, only its length. */
export function isReadable({ value }: Pick<Cookie, 'value'>): boolean {
  return !value.includes('\uFFFD');
}

/** Ours, put in and taken away at once to see whether a site may keep any: nobody's session. */
export const probeCookie = 'firma_lista_prueba';

async function cookiesSeenBy(
  portal: Place,
  filter: { domain: string } | { url: string },
): Promise<Cookie[]> {
  const site = siteOf(portal);
  const found = await chrome.cookies.getAll({ ...filter, partitionKey: {} });
  return found.filter(
    (cookie) =>
      cookie.name !== probeCookie &&
      (!cookie.partitionKey || cookie.partitionKey.topLevelSite === site) &&
      isEverSent(cookie),
  );
}

/** A path with a space, or a question mark, is no address's: the cookie is sent to nobody. */
function isEverSent(cookie: Cookie): boolean {
  return new URL(`https://${hostOf(cookie)}${cookie.path}`).pathname === cookie.path;
}
