import { browser } from '../browser.ts';
import { addressOf, portalAt, type KnownPortal } from '../portals/index.ts';

/** Milliseconds: a page that takes longer is signed in to as it is. */
const arrivesWithin = 15_000;
const everyMilliseconds = 100;

/** Waits until a tab shows a portal's sign-in page, made anew; sends it there when it goes elsewhere. */
export async function goToSignIn(tabId: number, portal: KnownPortal): Promise<void> {
  const { url, pendingUrl } = await browser.tabs.get(tabId);
  if (portalAt(pendingUrl ?? url)?.id !== portal.id) {
    await browser.tabs.update(tabId, { url: addressOf(portal) });
  }
  const until = performance.now() + arrivesWithin;
  while (!(await isThere(tabId, portal)) && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, everyMilliseconds));
  }
}

async function isThere(tabId: number, { id }: KnownPortal): Promise<boolean> {
  const { url, status } = await browser.tabs.get(tabId);
  return status === 'complete' && portalAt(url)?.id === id;
}
