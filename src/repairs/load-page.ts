import { browser } from '../browser.ts';
import { pause } from '../evidence/pause.ts';
import { addressOf, type Portal } from '../portals/index.ts';

/** Milliseconds without a request after which a page that has loaded is taken to be at rest. */
const quietFor = 500;
/** Milliseconds; a page that hangs is looked at as it is. */
const longest = 10_000;

/**
 * Begins to load a page and waits until it is at rest, or for ten seconds.
 * @param begin gives the tab that loads
 * @returns that tab
 */
export async function loadPage(begin: () => Promise<number>): Promise<number> {
  const { onBeforeRequest, onCompleted, onErrorOccurred } = chrome.webRequest;
  const signs = [onBeforeRequest, onCompleted, onErrorOccurred];
  const statuses = new Map<number, string>();
  const lastSign = new Map<number, number>();
  const noteStatus = (tabId: number, { status }: { status?: string }): void => {
    if (status === 'loading' || (status && statuses.has(tabId))) statuses.set(tabId, status);
  };
  const noteSign = ({ tabId }: { tabId: number }): undefined => {
    lastSign.set(tabId, performance.now());
  };
  chrome.tabs.onUpdated.addListener(noteStatus);
  for (const sign of signs) sign.addListener(noteSign, { urls: ['<all_urls>'] });
  try {
    const tabId = await begin();
    const end = performance.now() + longest;
    const isAtRest = (): boolean =>
      statuses.get(tabId) === 'complete' &&
      performance.now() - (lastSign.get(tabId) ?? 0) >= quietFor;
    while (!isAtRest() && performance.now() < end) await pause(50, undefined);
    return tabId;
  } finally {
    chrome.tabs.onUpdated.removeListener(noteStatus);
    for (const sign of signs) sign.removeListener(noteSign);
  }
}

/**
 * Opens a portal's sign-in page, in this tab or in a new one. Never by reloading what is there: that
 * could send a sign-in a second time.
 * @returns the tab
 */
export async function openSignInPage(portal: Portal, tabId?: number): Promise<number> {
  const url = addressOf(portal);
  return await loadPage(async () => {
    const tab =
      tabId === undefined
        ? await browser.tabs.create({ url })
        : await browser.tabs.update(tabId, { url });
    if (tab?.id === undefined) throw new Error('a tab without an id');
    return tab.id;
  });
}
