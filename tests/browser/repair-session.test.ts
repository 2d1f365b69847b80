import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openApp } from '../../scripts/person.ts';
import { stopServiceWorker } from '../../scripts/worker.ts';
import type { RepairId } from '../../src/diagnosis/index.ts';
import type { Change, RepairOutcome, RepairPreview } from '../../src/messages.ts';
import { holdAfterCookies } from './hold-cookies.ts';
import { countEntries, tabIdOf, tellWorker, type Told } from './page-api.ts';
import {
  hosts,
  keyOf,
  portalHost,
  readAllKept,
  readCookies,
  setSites,
  signInPage,
  stranger,
  type KnownCookie,
  type Sites,
} from './site-data.ts';

let sites: Sites;
let app: Page;
let page: Page;
let tabId: number;
let before: KnownCookie[];

beforeAll(async () => {
  sites = await setSites();
  app = await openApp(sites.stage.browser, 'ajustes');
  page = await sites.stage.browser.context.newPage();
  await page.goto(signInPage);
  tabId = await tabIdOf(sites.stage.browser, page);
});

afterAll(() => sites.close());

beforeEach(async () => {
  await sites.visit();
  before = await readCookies(sites);
});

const tell = (type: string, repair: RepairId): Promise<Told> =>
  tellWorker(app, type, { repair, portal: 'buzon-imss', tabId });

async function run(repair: RepairId): Promise<RepairOutcome> {
  return (await tell('runRepair', repair)).res as RepairOutcome;
}

async function changes(): Promise<Change[]> {
  return (await tellWorker(app, 'listChanges', undefined)).res as Change[];
}

/** What the portal's own pages see of its exact host. */
const isOfPortal = ({ name, domain, partitionKey }: KnownCookie): boolean =>
  name !== 'perdida' &&
  domain.replace(/^\./, '') === portalHost &&
  partitionKey?.topLevelSite !== `https://${stranger}`;

const isOfImss = (cookie: KnownCookie): boolean =>
  cookie.name !== 'perdida' &&
  /(?:^|\.)imss\.gob\.mx$/.test(cookie.domain) &&
  cookie.partitionKey?.topLevelSite !== `https://${stranger}`;

test('the sites keep cookies of every kind, or the rest proves nothing', () => {
  const keys = before.map(keyOf);
  expect(keys).toContain(`${portalHost} / JSESSIONID `);
  expect(keys).toContain(`${portalHost} /app JSESSIONID `);
  expect(keys).toContain('.imss.gob.mx / JSESSIONID ');
  expect(keys).toContain(`${portalHost} / clara `);
  expect(keys).toContain(`${portalHost} / aparte https://imss.gob.mx`);
  expect(keys).toContain(`${portalHost} / aparte https://${stranger}`);
  expect(before.filter(isOfPortal)).toHaveLength(12);
  for (const host of hosts) {
    expect(before.filter(({ domain }) => domain === host).length).toBeGreaterThan(7);
  }
});

test.each([
  { repair: 'clear-session-cookies', isTouched: isOfPortal },
  { repair: 'clear-imss-cookies', isTouched: isOfImss },
] as const)('$repair shows names, counts and bytes, no values', async ({ repair, isTouched }) => {
  const { res } = await tell('previewRepair', repair);
  const { items, undoMinutes } = res as RepairPreview;
  const touched = before.filter(isTouched);
  const sum = (of: 'count' | 'bytes') => items.reduce((total, item) => total + (item[of] ?? 0), 0);
  expect(undoMinutes).toBe(30);
  expect(sum('count')).toBe(touched.length);
  expect(sum('bytes')).toBe(
    touched.reduce((total, { name, value }) => total + Buffer.byteLength(name + value), 0),
  );
  expect(new Set(items.map(({ host }) => host))).toEqual(
    new Set(touched.map(({ domain }) => domain.replace(/^\./, ''))),
  );
  expect(items).toContainEqual(
    expect.objectContaining({ kind: 'cookie', name: 'JSESSIONID', host: portalHost, count: 2 }),
  );
  expect(JSON.stringify(res)).not.toMatch(/-raiz|-app|en-claro|uno, dos/);
  expect(await readCookies(sites)).toEqual(before);
});

test.each([
  { repair: 'clear-session-cookies', isTouched: isOfPortal },
  { repair: 'clear-imss-cookies', isTouched: isOfImss },
] as const)(
  '$repair removes what it promised and nothing else; undone, all is as it was',
  async ({ repair, isTouched }) => {
    const kept = await readAllKept(sites);
    const entries = await countEntries(app, 'repair');

    const { changeId = '', ...outcome } = await run(repair);
    expect(outcome).toMatchObject({ result: 'not_compared', compared: [], confirmed: false });
    expect(await readCookies(sites)).toEqual(before.filter((cookie) => !isTouched(cookie)));
    expect(await readAllKept(sites)).toEqual(kept);
    expect(await countEntries(app, 'repair')).toBe(entries + 1);
    const made = (await changes()).find(({ id }) => id === changeId);
    expect(made).toMatchObject({ repair, portal: 'buzon-imss', state: 'done', isTemporary: false });
    expect(made?.names).toContain(`JSESSIONID (${portalHost})`);
    expect(Date.parse(made?.until ?? '') - Date.parse(made?.at ?? '')).toBe(30 * 60_000);
    expect(JSON.stringify(made)).not.toContain('-raiz');

    await tellWorker(app, 'undoRepair', { id: changeId });
    expect(await readCookies(sites)).toEqual(before);
    expect((await changes()).find(({ id }) => id === changeId)?.state).toBe('undone');
  },
);

test('undoing twice does not bring the old session back over a new one', async () => {
  const undos = await countEntries(app, 'undo');
  const { changeId = '' } = await run('clear-session-cookies');
  await tellWorker(app, 'undoRepair', { id: changeId });
  await page
    .context()
    .addCookies([{ url: `https://${portalHost}/`, name: 'simple', value: 'nueva' }]);
  const renewed = await readCookies(sites);
  expect(await tellWorker(app, 'undoRepair', { id: changeId })).not.toHaveProperty('err');
  expect(await readCookies(sites)).toEqual(renewed);
  expect(await countEntries(app, 'undo')).toBe(undos + 1);
});

test('a value that no extension can read goes, and is not put back as something else', async () => {
  const { strangers } = sites;
  const address = `https://${portalHost}/latin`;
  strangers.serve(address, '', { 'set-cookie': 'latin=se\u00F1a; Path=/; Max-Age=86400' });
  await page.goto(address);
  const { items } = (await tell('previewRepair', 'clear-session-cookies')).res as RepairPreview;
  expect(items.filter(({ isFinal }) => isFinal).map(({ name }) => name)).toEqual(['latin']);
  const { changeId = '' } = await run('clear-session-cookies');
  await tellWorker(app, 'undoRepair', { id: changeId });
  expect(await readCookies(sites)).toEqual(before);
});

test('a worker that dies between two cookies: the next one ends it, and it can be undone', async () => {
  const { browser } = sites.stage;
  const entries = await countEntries(app, 'repair');
  const known = new Set((await changes()).map(({ id }) => id));
  const isHeld = await holdAfterCookies(browser, 3);
  const running = tell('runRepair', 'clear-session-cookies').catch(() => undefined);
  await isHeld();
  await stopServiceWorker(browser.context, browser.extensionId);
  await running;

  const left = await readCookies(sites);
  expect(before.length - left.length).toBe(3);
  // Whoever signs in before the next one starts stays in.
  const url = `https://${portalHost}/`;
  await page.context().addCookies([{ url, name: 'simple', value: 'nueva' }]);
  const [cutOff] = (await changes()).filter(({ id }) => !known.has(id));
  await expect
    .poll(async () => (await readCookies(sites)).filter(isOfPortal).map(({ value }) => value))
    .toEqual(['nueva']);
  await page.context().clearCookies({ name: 'simple', domain: portalHost });
  expect(cutOff).toMatchObject({ repair: 'clear-session-cookies', state: 'done' });
  expect(await countEntries(app, 'repair')).toBe(entries + 1);
  await tellWorker(app, 'undoRepair', { id: cutOff?.id });
  expect(await readCookies(sites)).toEqual(before);
});

test('a repair that breaks between two cookies can be undone as well', async () => {
  const entries = await countEntries(app, 'repair');
  const known = new Set((await changes()).map(({ id }) => id));
  const worker = await sites.stage.browser.worker();
  await worker.evaluate(() => {
    const set = chrome.cookies.set.bind(chrome.cookies) as (details: object) => Promise<unknown>;
    let calls = 0;
    const breaking = async (details: object): Promise<unknown> => {
      calls += 1;
      if (calls === 4) throw new Error('no');
      return set(details);
    };
    Object.assign(chrome.cookies, { set: breaking });
  });
  expect(await tell('runRepair', 'clear-session-cookies')).toHaveProperty('err');
  expect(before.length - (await readCookies(sites)).length).toBe(3);
  expect(await countEntries(app, 'repair')).toBe(entries + 1);
  const [broken] = (await changes()).filter(({ id }) => !known.has(id));
  await tellWorker(app, 'undoRepair', { id: broken?.id });
  expect(await readCookies(sites)).toEqual(before);
});

test('one repair at a time', async () => {
  const told = await Promise.all([
    tell('runRepair', 'clear-session-cookies'),
    tell('runRepair', 'clear-session-cookies'),
  ]);
  expect(told.filter(({ err }) => err?.code === 'busy')).toHaveLength(1);
  expect(told.filter(({ res }) => res !== undefined)).toHaveLength(1);
});

test('what only the person can do is refused, and an unknown portal too', async () => {
  expect(await tell('runRepair', 'update-browser')).toHaveProperty('err');
  const unknown = { repair: 'clear-imss-cookies', portal: 'otro', tabId };
  expect(await tellWorker(app, 'runRepair', unknown)).toHaveProperty('err');
  expect(await readCookies(sites)).toEqual(before);
});

test('no value is written to the disk, and after half an hour none is left in memory', async () => {
  const { changeId = '' } = await run('clear-session-cookies');
  const removed = await readCookies(sites);
  const worker = await sites.stage.browser.worker();
  const stores = () =>
    worker.evaluate(async () => {
      const [local, session, databases] = await Promise.all([
        chrome.storage.local.get(null),
        chrome.storage.session.get(null),
        indexedDB.databases(),
      ]);
      const rows: unknown[] = [];
      for (const { name } of databases) {
        const db = await new Promise<IDBDatabase>((resolve) => {
          const opening = indexedDB.open(name ?? '');
          opening.onsuccess = () => resolve(opening.result);
        });
        for (const store of db.objectStoreNames) {
          const asking = db.transaction(store).objectStore(store).getAll();
          await new Promise((resolve) => (asking.onsuccess = resolve));
          rows.push(...(asking.result as unknown[]));
        }
        db.close();
      }
      return { disk: JSON.stringify([local, rows]), memory: JSON.stringify(session) };
    });
  const value = `${portalHost}-raiz`;
  const during = await stores();
  expect(during.disk).toContain('clear-session-cookies');
  expect(during.disk).not.toContain(value);
  expect(during.memory).toContain(value);

  const until30 = (await changes()).find(({ id }) => id === changeId)?.until ?? '';
  await worker.evaluate(async (expiry) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 31 * 60_000;
    // Half an hour passes for the alarm too.
    const alarms = await chrome.alarms.getAll();
    const due = alarms.filter(({ scheduledTime }) => scheduledTime <= expiry);
    for (const { name } of due) await chrome.alarms.create(name, { when: now() });
  }, Date.parse(until30));
  await expect.poll(async () => (await stores()).memory).not.toContain(value);
  expect(await changes()).toEqual([]);
  expect(await tellWorker(app, 'undoRepair', { id: changeId })).not.toHaveProperty('err');
  expect(await readCookies(sites)).toEqual(removed);
});
