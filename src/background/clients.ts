/**
 * Whose session is open at which host, as far as it was opened from here: two clients never share
 * one. It is known since something was handed over; a portal that refuses it has opened none.
 */
import { browser } from '../browser.ts';
import { FirmaError } from '../errors.ts';
import { cookiesOfHost, sharedSessionCookies } from '../evidence/portal-cookies.ts';
import type { ActiveClient, LeaveRequest } from '../messages.ts';
import { addressOf, findPortal, portals, type KnownPortal } from '../portals/index.ts';
import { clearSessionCookies, closeSession } from '../repairs/index.ts';
import { watchAttempts } from './attempts.ts';
import { forgetClient, keepClient, keptClient } from './kept-clients.ts';
import { makeChange } from './make-change.ts';
import { reportBug } from './report-bug.ts';

/** What is read of a host and written back is read and written before anything else is. */
function alone<Result>(host: string, act: () => Promise<Result>): Promise<Result> {
  return navigator.locks.request(`client:${host}`, act);
}

/** Milliseconds that a person may take from what was handed over to the portal's first cookie. */
const signsInWithin = 30 * 60_000;

/** Whose session is open at the host of the page in a tab. */
export async function activeClient(tabId: number): Promise<ActiveClient | undefined> {
  const { url } = await browser.tabs.get(tabId);
  return await clientOfPage(url);
}

/** Whose session is open at the host of a page; where nobody's is, it is known at once. */
export async function clientOfPage(url: string | undefined): Promise<ActiveClient | undefined> {
  const host = hostOf(url);
  return host !== undefined && (await keptClient(host)) ? await clientAt(host) : undefined;
}

/**
 * What signs in to the portal is about to be handed over: from now on the session is this client's,
 * whatever becomes of the page or of this worker meanwhile.
 * @returns takes that back, where it came to nothing
 * @throws FirmaError `other_client_active` where somebody else's session is open, or about to be
 */
export async function enterAs(
  { id, host, purpose }: KnownPortal,
  tabId: number,
  { credentialId, rfc, legalName }: Pick<ActiveClient, 'credentialId' | 'rfc' | 'legalName'>,
): Promise<() => Promise<void>> {
  if (purpose !== 'enter') return async () => undefined;
  return await alone(host, async () => {
    const active = await readClient(host);
    if (active && active.rfc !== rfc) throw new FirmaError('other_client_active');
    const before = await keptClient(host);
    const client: ActiveClient = {
      credentialId,
      rfc,
      legalName,
      host,
      portal: id,
      since: new Date().toISOString(),
    };
    await keepClient(host, { ...client, tabId, ...(before && { isOpen: true }) });
    // Its cookies may have come before it was known whose they are.
    await readClient(host);
    return () =>
      alone(host, async () => {
        if ((await keptClient(host))?.since !== client.since) return;
        await (before ? keepClient(host, before) : forgetClient(host));
      });
  });
}

/** Whether somebody signs in, or has signed in, at the portal since a moment. */
export async function hasEnteredSince({ host }: KnownPortal, moment: string): Promise<boolean> {
  const client = await clientAt(host);
  return client !== undefined && client.since > moment;
}

/** The session that was closed is back. */
export async function restoreClient(client: ActiveClient): Promise<void> {
  await alone(client.host, () => keepClient(client.host, { ...client, isOpen: true }));
}

/**
 * What was handed over was refused: it opened nothing. And a session ends with its cookies, whoever
 * takes them away.
 */
export function watchClients(ready: Promise<void>): void {
  chrome.cookies.onChanged.addListener(({ cookie }) => {
    void ready.then(() => lookAgainAt(hostsOf(cookie))).catch(reportBug);
  });
  watchAttempts({
    onFailure(tabId, portal, { texts, widget }, isInside) {
      const host = findPortal(portal)?.host;
      const isRefused = widget === 'error' || (widget !== 'ok' && texts.length > 0);
      if (host !== undefined && isRefused && !isInside) {
        void forgetRefused(host, tabId).catch(reportBug);
      }
    },
    onSignedIn(portal) {
      const host = findPortal(portal)?.host;
      if (host !== undefined) void noteOpen(host).catch(reportBug);
    },
  });
}

/** What another tab shows says nothing of this one. */
function forgetRefused(host: string, tabId: number): Promise<void> {
  return alone(host, async () => {
    const client = await keptClient(host);
    if (client?.tabId === tabId && !client.isOpen) await forgetClient(host);
  });
}

function noteOpen(host: string): Promise<void> {
  return alone(host, async () => {
    const client = await keptClient(host);
    if (client) await keepClient(host, { ...client, isOpen: true });
  });
}

/**
 * Closes the session of the active client at the exact host of the page in a tab: the cookies that hold
 * it, which can be put back like after any repair, and what its open pages hold for themselves alone.
 * The tab goes back to the sign-in page, the others of the host are loaded again.
 * @param host of whom the person was told
 * @param isShared whether the person was told that other portals' sessions end with it
 * @throws FirmaError `page_changed` when the tab is elsewhere by now, or more would end than was told
 */
export async function closeClient({ tabId, host, isShared }: LeaveRequest): Promise<void> {
  await navigator.locks.request('repair', async () => {
    if ((await hostIn(tabId)) !== host) throw new FirmaError('page_changed');
    const client = await clientAt(host);
    const portal = findPortal(client?.portal);
    if (!client || !portal) return;
    if (client.isShared && !isShared) throw new FirmaError('page_changed');
    // What comes in a whole domain's cookies from now on is not what the person was told of.
    const repair = client.isShared ? closeSession : clearSessionCookies;
    await makeChange(repair, { portal, tabId, chosen: {} }, { client });
    await alone(host, async () => {
      if ((await keptClient(host))?.since === client.since) await forgetClient(host);
    });
    for (const tab of await browser.tabs.query({ url: `https://${portal.host}/*` })) {
      if (tab.id === undefined) continue;
      await forgetInPage(tab.id, `https://${portal.host}`);
      if (tab.id === tabId) await browser.tabs.update(tabId, { url: addressOf(portal) });
      else await browser.tabs.reload(tab.id);
    }
  });
}

/** The tab may be elsewhere by now. */
async function forgetInPage(tabId: number, origin: string): Promise<void> {
  const func = (home: string): void => {
    if (self.origin === home) sessionStorage.clear();
  };
  const target = { tabId };
  await chrome.scripting.executeScript({ target, func, args: [origin] }).catch(() => undefined);
}

/** Whose session is open at a host, if what opened it was handed over in this tab. */
export function clientHandedOver(host: string, tabId: number): Promise<ActiveClient | undefined> {
  return alone(host, async () =>
    (await keptClient(host))?.tabId === tabId ? await readClient(host) : undefined,
  );
}

/** Whose session is open at a host. */
function clientAt(host: string): Promise<ActiveClient | undefined> {
  return alone(host, () => readClient(host));
}

/** Notes on the way what has become of the session's cookies. */
async function readClient(host: string): Promise<ActiveClient | undefined> {
  const kept = await keptClient(host);
  if (!kept) return undefined;
  const { hadCookies, isOpen: _isOpen, tabId: _tabId, isShared: _wasShared, ...client } = kept;
  const [own, shared] = await Promise.all([
    cookiesOfHost({ host }),
    sharedSessionCookies({ host }),
  ]);
  const hasCookies = own.length + shared.length > 0;
  const isOver = hadCookies
    ? !hasCookies
    : !hasCookies && Date.now() - Date.parse(kept.since) > signsInWithin;
  if (isOver) {
    await forgetClient(host);
    return undefined;
  }
  if (hasCookies && !hadCookies) await keepClient(host, { ...kept, hadCookies: true });
  return { ...client, ...(shared.length > 0 && { isShared: true as const }) };
}

/** Hosts of portals that a cookie is of: one of a whole domain is of several. */
function hostsOf(cookie: chrome.cookies.Cookie): string[] {
  const hosts = new Set(portals.map(({ host }) => host));
  return [...hosts].filter((host) =>
    cookie.hostOnly ? host === cookie.domain : `.${host}`.endsWith(cookie.domain),
  );
}

async function lookAgainAt(hosts: readonly string[]): Promise<void> {
  await Promise.all(hosts.map(clientAt));
}

async function hostIn(tabId: number): Promise<string | undefined> {
  const { url } = await browser.tabs.get(tabId);
  return hostOf(url);
}

function hostOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).host : undefined;
}
