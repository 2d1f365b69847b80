/** Access to the portals that was withheld: asked for, given by hand, and proved. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, pages } from '../../scripts/person.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import type { RepairId } from '../../src/diagnosis/index.ts';
import type { Reminder, RepairOutcome, RepairPreview } from '../../src/messages.ts';
import { inOurWorld, tellWorker } from './page-api.ts';

let stage: Stage;
let app: Page;

beforeAll(async () => {
  stage = await setStage({ headless: true });
  app = await openApp(stage.browser, 'ajustes');
});
afterAll(() => stage.close());

/** As on the browser's own page of extensions. */
async function setAccess(hostAccess: 'ON_CLICK' | 'ON_ALL_SITES'): Promise<void> {
  const settings = await stage.browser.context.newPage();
  await settings.goto('chrome://extensions/');
  const changed = { extensionId: stage.browser.extensionId, hostAccess };
  await settings.evaluate(
    `chrome.developerPrivate.updateExtensionConfiguration(${JSON.stringify(changed)})`,
  );
  await settings.close();
}

/** How often the sign-in page is asked for from now on. */
async function countLoads(): Promise<() => Promise<number>> {
  const worker = await stage.browser.worker();
  await worker.evaluate(() => {
    const seen = Object.assign(globalThis, { loads: new Set<string>() });
    const filter = { urls: ['https://buzon.imss.gob.mx/*'], types: ['main_frame' as const] };
    const count = ({ requestId }: { requestId: string }): undefined => {
      seen.loads.add(requestId);
    };
    chrome.webRequest.onBeforeRequest.addListener(count, filter);
  });
  return () => worker.evaluate(() => (globalThis as unknown as { loads: Set<string> }).loads.size);
}

const target = { repair: 'grant-access' as RepairId, portal: 'buzon-imss' };

test('without the access nothing is done, and the reason is told', async () => {
  await setAccess('ON_CLICK');
  const { res } = await tellWorker(app, 'previewRepair', target);
  expect(res as RepairPreview).toMatchObject({ items: [], needs: 'portalAccess' });
  const open = stage.browser.context.pages().length;
  const { err } = await tellWorker(app, 'runRepair', target);
  expect(err?.code).toBe('portal_access_missing');
  expect(stage.browser.context.pages().length).toBe(open);
});

test('without the access a portal that is watched cannot be asked: that is no look', async () => {
  await setAccess('ON_CLICK');
  const worker = await stage.browser.worker();
  const waiting = { portal: 'buzon-imss', waitsFor: 'portal', state: 'waiting', looks: 0 };
  await worker.evaluate(async (reminder) => {
    const now = Date.now();
    const due = { ...reminder, at: now - 60_000, next: now - 1 };
    await chrome.storage.local.set({ reminders: [due] });
    await chrome.alarms.create('reminders', { when: now + 50 });
  }, waiting);
  const read = async () =>
    await worker.evaluate(async () => (await chrome.storage.local.get('reminders'))['reminders']);
  await expect
    .poll(async () => ((await read()) as Reminder[]).map(({ next }) => next > Date.now()))
    .toEqual([true]);
  expect(await read()).toMatchObject([waiting]);
  await tellWorker(app, 'forgetReminder', { portal: 'buzon-imss' });
});

test('once it was given, the sign-in page opens anew, with our script in it', async () => {
  await setAccess('ON_ALL_SITES');
  const loads = await countLoads();
  const { res } = await tellWorker(app, 'runRepair', target);
  const { diagnosis } = res as RepairOutcome;
  expect(diagnosis.causes.map(({ id }) => id)).not.toContain('ext.own_access');
  expect(diagnosis.signals.ownAccess).toBe('granted');
  expect(await loads()).toBe(1);
  const opened = stage.browser.context.pages().findLast((page) => page.url() === pages.fill);
  if (!opened) throw new Error('The page is gone.');
  expect(await inOurWorld(stage.browser, opened, 'location.host')).toBe('buzon.imss.gob.mx');
});

test.each(['reload-page', 'open-official-page'] as const)(
  '%s, with no tab of the portal, loads the page once',
  async (repair) => {
    const loads = await countLoads();
    const told = await tellWorker(app, 'runRepair', { ...target, repair });
    expect(told).not.toHaveProperty('err');
    expect(await loads()).toBe(1);
  },
);

test.each([
  ['allow-cookies', 'site_settings_missing'],
  ['pause-extensions', 'management_missing'],
] as const)('%s, without its permission, opens no tab', async (repair, code) => {
  const open = stage.browser.context.pages().length;
  const { err } = await tellWorker(app, 'runRepair', { ...target, repair, extensions: ['a'] });
  expect(err?.code).toBe(code);
  expect(stage.browser.context.pages().length).toBe(open);
});
