/** What was being cleared of a portal when the browser’s memory of it went is cleared to the end. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp } from '../../scripts/person.ts';
import { stopServiceWorker, until } from '../../scripts/worker.ts';
import type { RepairId } from '../../src/diagnosis/index.ts';
import { countEntries, tabIdOf, tellWorker } from './page-api.ts';
import {
  hosts,
  portalHost,
  readAllKept,
  setSites,
  signInPage,
  widgetHost,
  type Kept,
  type Sites,
} from './site-data.ts';

let sites: Sites;
let app: Page;
let page: Page;

beforeAll(async () => {
  sites = await setSites();
  app = await openApp(sites.stage.browser, 'ajustes');
  page = await sites.stage.browser.context.newPage();
});
afterAll(() => sites.close());

/** The worker stops for ever before the browser is told to clear anything. */
async function cutOff(repair: RepairId): Promise<void> {
  const { browser } = sites.stage;
  const worker = await browser.worker();
  await worker.evaluate(() => {
    const hold = (): Promise<never> => {
      Object.assign(globalThis, { held: true });
      return new Promise(() => undefined);
    };
    Object.assign(chrome.browsingData, { remove: hold });
  });
  const tabId = await tabIdOf(browser, page);
  void tellWorker(app, 'runRepair', { repair, portal: 'buzon-imss', tabId }).catch(() => undefined);
  await until('The worker is held', async () =>
    (await worker.evaluate(() => 'held' in globalThis)) ? true : undefined,
  );
  await worker.evaluate(() => chrome.storage.session.clear());
  await stopServiceWorker(browser.context, browser.extensionId);
}

const empty = { local: {}, databases: [] };
const anew = { copy: undefined, serviceWorkers: 0, isFileCached: false };

test.each<[RepairId, Partial<Kept>, readonly string[]]>([
  ['clear-site-storage', empty, [portalHost]],
  ['clear-site-cache', anew, [portalHost, widgetHost]],
])('%s: once, and nothing of other hosts', async (repair, gone, touched) => {
  await sites.visit();
  await page.goto(signInPage);
  const before = await readAllKept(sites);
  const entries = await countEntries(app, 'repair');
  await cutOff(repair);
  expect(await countEntries(app, 'repair')).toBe(entries + 1);
  const after = await readAllKept(sites);
  for (const host of hosts) {
    const kept = before[host];
    expect(after[host], host).toEqual(touched.includes(host) ? { ...kept, ...gone } : kept);
  }
  // What comes later is not cleared again.
  await sites.visit();
  await stopServiceWorker(sites.stage.browser.context, sites.stage.browser.extensionId);
  expect(await countEntries(app, 'repair')).toBe(entries + 1);
  expect(await readAllKept(sites)).toEqual(before);
});
