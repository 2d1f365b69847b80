import { browser } from '../browser.ts';
import { hasFailed } from '../diagnosis/index.ts';
import { t } from '../i18n.ts';
import { portalOfTab, portals } from '../portals/index.ts';
import { attemptOf, watchAttempts } from './attempts.ts';
import { clientOfPage } from './clients.ts';
import { onClientChange } from './kept-clients.ts';
import { namedTitle } from './named-title.ts';
import { reportBug } from './report-bug.ts';
import { turns } from './turns.ts';

type Tab = NonNullable<Parameters<typeof portalOfTab>[0]>;

const usual = '#4636b8';
const hosts = new Set<string>(portals.map(({ host }) => host));

/** By tab: what its mark was last painted with. A page that is loaded has the usual colour again. */
const painted = new Map<number, string>();
const inTurn = turns();
/** Tabs whose turn has not come yet, as they were last seen: it will show what is known then. */
const waiting = new Map<number, Tab | undefined>();

/**
 * Marks the icon on sign-in pages that are known, so that nobody has to be taught, and on those
 * where a sign-in was seen to fail; at every page of a portal's host it says whose session is open
 * there. The browser takes marks and words away with each page that is loaded.
 */
export function watchTabs(ready: Promise<void>): void {
  void browser.action.setBadgeBackgroundColor({ color: usual });
  browser.tabs.onRemoved.addListener((tabId) => painted.delete(tabId));
  browser.tabs.onUpdated.addListener((tabId, changes, tab) => {
    if (changes.status === undefined && changes.url === undefined) return;
    // What it showed before is no longer what it shows.
    if (waiting.has(tabId)) waiting.set(tabId, undefined);
    if (isAtPortal(tab.url)) void ready.then(() => show(tabId, tab));
  });
  watchAttempts({
    onFailure: (tabId) => void show(tabId),
    onCleared: (tabId) => void show(tabId),
  });
  onClientChange((host) => void showAt(host).catch(reportBug));
}

function isAtPortal(url: string | undefined): boolean {
  return url !== undefined && URL.canParse(url) && hosts.has(new URL(url).host);
}

async function isStillAt(tabId: number, url: string | undefined): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  const hostIn = (text = ''): string | undefined =>
    URL.canParse(text) ? new URL(text).host : undefined;
  return tab !== undefined && hostIn(tab.url) === hostIn(url);
}

async function showAt(host: string): Promise<void> {
  for (const { id } of await browser.tabs.query({ url: `https://${host}/*` })) {
    if (id !== undefined) void show(id);
  }
}

/** One at a time, by what is known then: of two that overlap, the older must not win. */
async function show(tabId: number, seen?: Tab): Promise<void> {
  const isWaiting = waiting.has(tabId);
  waiting.set(tabId, seen);
  if (isWaiting) return;
  await inTurn(async () => {
    const known = waiting.get(tabId);
    waiting.delete(tabId);
    const [tab, page] = await Promise.all([
      known ?? browser.tabs.get(tabId).catch(() => undefined),
      attemptOf(tabId),
    ]);
    const portal = portalOfTab(tab);
    const client = await clientOfPage(tab?.url);
    // A page that came meanwhile is not spoken of as the one before.
    if (!(await isStillAt(tabId, tab?.url))) return;
    if (portal && page?.portal === portal.id && hasFailed(page)) {
      await mark(tabId, '!', '#b3261e', namedTitle(t('action_title_failed'), client));
    } else if (portal) {
      await mark(tabId, '•', usual, namedTitle(t('action_title_portal'), client));
    } else if (client || !known) {
      // Behind the sign-in page, and where a session has just ended there.
      const title = namedTitle(t('action_title'), client);
      await browser.action.setTitle({ tabId, title }).catch(() => undefined);
    }
  });
}

/** A page asked, and there is nothing to answer with. */
export async function inviteToImport(tabId: number): Promise<void> {
  await mark(tabId, '+', '#9a5b00', t('action_title_import'));
}

async function mark(tabId: number, text: string, color: string, title: string): Promise<void> {
  const isPainted = color === usual && painted.get(tabId) === usual;
  painted.set(tabId, color);
  await Promise.all([
    browser.action.setBadgeText({ tabId, text }),
    isPainted || browser.action.setBadgeBackgroundColor({ tabId, color }),
    browser.action.setTitle({ tabId, title }),
  ]).catch(() => undefined);
}
