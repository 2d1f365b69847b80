/** The other tabs of a portal: which go, which stay, and what brings them back. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openApp } from '../../scripts/person.ts';
import { stopServiceWorker, until } from '../../scripts/worker.ts';
import type { Change, RepairOutcome, RepairPreview } from '../../src/messages.ts';
import { countEntries, tabIdOf, tellWorker, type Told } from './page-api.ts';
import { portalHost, setSites, signInPage, stranger, widgetHost, type Sites } from './site-data.ts';

const notices = `https://${portalHost}/avisos`;
const framed = `https://${portalHost}/marco`;
const withToken = `https://${portalHost}/avisos?token=secreto`;
const elsewhere = ['https://idse.imss.gob.mx/', `https://${stranger}/`];

let sites: Sites;
let app: Page;
let used: Page;
let usedId: number;

beforeAll(async () => {
  sites = await setSites();
  sites.strangers.serve(notices, '<!doctype html><title>Avisos</title><textarea></textarea>');
  app = await openApp(sites.stage.browser, 'ajustes');
  used = await open(signInPage);
  usedId = await tabIdOf(sites.stage.browser, used);
});
afterAll(() => sites.close());
beforeEach(async () => {
  for (const url of elsewhere) await open(url);
});
afterEach(async () => {
  const { context } = sites.stage.browser;
  for (const page of context.pages()) if (page !== app && page !== used) await page.close();
});

async function open(url: string): Promise<Page> {
  const page = await sites.stage.browser.context.newPage();
  await page.goto(url);
  return page;
}

const target = { repair: 'close-duplicate-tabs', portal: 'buzon-imss' };

async function preview(): Promise<RepairPreview> {
  const { res } = await tellWorker(app, 'previewRepair', { ...target, tabId: usedId });
  return res as RepairPreview;
}

const run = (tabs: readonly number[]): Promise<Told> =>
  tellWorker(app, 'runRepair', { ...target, tabId: usedId, tabs });

const agreed = ({ items }: RepairPreview) => items.flatMap(({ tabs = [] }) => tabs);

/** Addresses of all pages of sites but the one in use. */
const others = () =>
  sites.stage.browser.context
    .pages()
    .filter((page) => page !== app && page !== used)
    .map((page) => page.url())
    .filter((url) => url.startsWith('https:'))
    .toSorted();

test('what was shown is closed and nothing else; undone, it is there again', async () => {
  await open(notices);
  await open(notices);
  await open(withToken);
  const before = await preview();
  expect(before.items).toEqual([
    expect.objectContaining({ kind: 'other_tab', name: 'Avisos', host: portalHost, count: 3 }),
  ]);
  expect(before.undoMinutes).toBe(30);
  expect(others()).toHaveLength(5);

  const entries = await countEntries(app, 'repair');
  const { changeId } = (await run(agreed(before))).res as RepairOutcome;
  expect(others()).toEqual(elsewhere.toSorted());
  expect(used.isClosed()).toBe(false);
  expect(await countEntries(app, 'repair')).toBe(entries + 1);
  expect((await preview()).items).toEqual([]);

  expect(await tellWorker(app, 'undoRepair', { id: changeId })).not.toHaveProperty('err');
  // The one that carried a session comes back as the public sign-in page.
  const back = [...elsewhere, notices, notices, signInPage].toSorted();
  await expect.poll(others).toEqual(back);
  await tellWorker(app, 'undoRepair', { id: changeId });
  expect(others()).toEqual(back);
});

test('one with something typed in it, and a pinned one, stay', async () => {
  const typed = await open(notices);
  await typed.locator('textarea').fill('Un borrador');
  const pinned = await open(notices);
  const pinnedId = await tabIdOf(sites.stage.browser, pinned);
  const worker = await sites.stage.browser.worker();
  await worker.evaluate((id) => chrome.tabs.update(id, { pinned: true }), pinnedId);
  expect((await preview()).items).toEqual([]);
  const typedId = await tabIdOf(sites.stage.browser, typed);
  // Also where somebody says that it was agreed to.
  expect((await run([pinnedId, typedId, usedId])).err?.code).toBe('tabs_in_use');
  expect(others()).toHaveLength(4);
});

test('what was put in a frame of another host of the portal is seen too', async () => {
  const { strangers } = sites;
  strangers.serve(`https://${widgetHost}/caja`, '<!doctype html><input>');
  strangers.serve(framed, `<!doctype html><iframe src="https://${widgetHost}/caja"></iframe>`);
  const page = await open(framed);
  expect(agreed(await preview())).toHaveLength(1);
  await page.frameLocator('iframe').locator('input').fill('contraseña');
  expect(agreed(await preview())).toEqual([]);
});

test('a frame that cannot be seen may hold anything', async () => {
  sites.strangers.serve(`https://${stranger}/caja`, '<!doctype html><input>');
  sites.strangers.serve(framed, `<!doctype html><iframe src="https://${stranger}/caja"></iframe>`);
  await open(framed);
  expect(agreed(await preview())).toEqual([]);
});

test('one in which somebody began to type after the preview stays, and that is said', async () => {
  const page = await open(notices);
  const tabs = agreed(await preview());
  expect(tabs).toHaveLength(1);
  await page.locator('textarea').fill('Un borrador');
  expect((await run(tabs)).err?.code).toBe('tabs_in_use');
  expect(page.isClosed()).toBe(false);
});

test('without a yes to any of them nothing is closed, nor are tabs of other sites', async () => {
  const page = await open(notices);
  const strangerId = await tabIdOf(sites.stage.browser, await open(`https://${stranger}/`));
  expect((await run([])).err?.code).toBe('tabs_in_use');
  expect((await run([strangerId])).err?.code).toBe('tabs_in_use');
  expect(page.isClosed()).toBe(false);
  expect(others()).toHaveLength(4);
});

test('twice at once closes once', async () => {
  await open(notices);
  const tabs = agreed(await preview());
  const told = await Promise.all([run(tabs), run(tabs)]);
  expect(told.filter(({ err }) => err?.code === 'busy')).toHaveLength(1);
  expect(others()).toEqual(elsewhere.toSorted());
});

test('a worker that dies between two tabs leaves a change that brings back what went', async () => {
  await open(notices);
  await open(notices);
  const tabs = agreed(await preview());
  const known = new Set(
    ((await tellWorker(app, 'listChanges', undefined)).res as Change[]).map(({ id }) => id),
  );
  const worker = await sites.stage.browser.worker();
  await worker.evaluate(() => {
    const remove = chrome.tabs.remove.bind(chrome.tabs) as (id: number) => Promise<void>;
    let calls = 0;
    const holding = async (id: number): Promise<void> => {
      calls += 1;
      if (calls === 1) return remove(id);
      Object.assign(globalThis, { held: true });
      return new Promise(() => undefined);
    };
    Object.assign(chrome.tabs, { remove: holding });
  });
  const running = run(tabs).catch(() => undefined);
  await until('The worker is held', async () =>
    (await worker.evaluate(() => 'held' in globalThis)) ? true : undefined,
  );
  const { browser } = sites.stage;
  await stopServiceWorker(browser.context, browser.extensionId);
  await running;
  expect(others()).toHaveLength(3);
  const changes = (await tellWorker(app, 'listChanges', undefined)).res as Change[];
  const cutOff = changes.find(({ id }) => !known.has(id));
  await tellWorker(app, 'undoRepair', { id: cutOff?.id });
  await expect.poll(others).toEqual([...elsewhere, notices, notices].toSorted());
});

test('a worker that dies while it brings tabs back brings back each of them once', async () => {
  await open(notices);
  await open(notices);
  const { changeId } = (await run(agreed(await preview()))).res as RepairOutcome;
  expect(others()).toEqual(elsewhere.toSorted());
  const worker = await sites.stage.browser.worker();
  await worker.evaluate(() => {
    const create = chrome.tabs.create.bind(chrome.tabs);
    let calls = 0;
    const holding = async (properties: chrome.tabs.CreateProperties): Promise<unknown> => {
      calls += 1;
      if (calls === 1) return create(properties);
      Object.assign(globalThis, { held: true });
      return new Promise(() => undefined);
    };
    Object.assign(chrome.tabs, { create: holding });
  });
  const undoing = tellWorker(app, 'undoRepair', { id: changeId }).catch(() => undefined);
  await until('The worker is held', async () =>
    (await worker.evaluate(() => 'held' in globalThis)) ? true : undefined,
  );
  const { browser } = sites.stage;
  await stopServiceWorker(browser.context, browser.extensionId);
  await undoing;
  expect(others()).toEqual([...elsewhere, notices].toSorted());
  await tellWorker(app, 'undoRepair', { id: changeId });
  const again = await browser.worker();
  const back = await again.evaluate(async (url) => {
    const tabs = await chrome.tabs.query({});
    return tabs.filter((tab) => tab.url === url || tab.pendingUrl === url).length;
  }, notices);
  expect(back, 'those that still load count, too').toBe(2);
  await expect.poll(others).toEqual([...elsewhere, notices, notices].toSorted());
});

test.each(['reload-page', 'open-official-page'])(
  '%s opens the sign-in page anew, and sends nothing',
  async (repair) => {
    const { strangers } = sites;
    const since = strangers.heard.length;
    const { res } = await tellWorker(app, 'runRepair', { ...target, repair, tabId: usedId });
    expect((res as RepairOutcome).changeId).toBeTypeOf('string');
    const heard = strangers.heard.slice(since).filter(({ url }) => url.includes(portalHost));
    expect(heard.map(({ method }) => method)).not.toContain('POST');
    expect(heard.map(({ url }) => url)).toContain(signInPage);
    expect(used.url()).toBe(signInPage);
    expect(others()).toEqual(elsewhere.toSorted());
  },
);
