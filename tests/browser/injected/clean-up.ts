import { closePage } from '../../../scripts/close-page.ts';
import { stopServiceWorker } from '../../../scripts/worker.ts';
import type { Scene } from '../../../scripts/tour/faults/scene.ts';
import { originsOf, portals } from '../../../src/portals/index.ts';

/** What the worker remembers of a page, a probe or a failure, by how its keys begin. */
const remembered = [
  'answers:',
  'attempt:',
  'clock',
  'control:',
  'failures:',
  'lastFailure',
  'let-in:',
  'probe:',
  'refused-files:',
];

/**
 * As if nothing had happened in the browser: pages, cookies, caches and what the portals keep are
 * gone, and so is what was seen of them. The e.firma and its unlocking stay.
 */
export async function cleanUp({ browser }: Scene): Promise<void> {
  const { context } = browser;
  const last = await context.newPage();
  for (const page of context.pages()) if (page !== last) await closePage(page);
  await context.clearCookies();
  const session = await context.newCDPSession(last);
  for (const origin of new Set(portals.flatMap(originsOf))) {
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  }
  await session.send('Network.clearBrowserCache');
  const worker = await browser.worker();
  await worker.evaluate(async (beginnings) => {
    const keys = Object.keys(await chrome.storage.session.get(null));
    const ours = keys.filter((key) => beginnings.some((beginning) => key.startsWith(beginning)));
    await chrome.storage.session.remove(ours);
  }, remembered);
  // It reads what rests there once in its life.
  await stopServiceWorker(context, browser.extensionId);
  // What comes to one that is being stopped by force is lost.
  await browser.worker();
}
