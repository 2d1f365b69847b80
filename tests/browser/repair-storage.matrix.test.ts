import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openApp } from '../../scripts/person.ts';
import type { RepairId } from '../../src/diagnosis/index.ts';
import type { RepairOutcome, RepairPreview } from '../../src/messages.ts';
import { tabIdOf, tellWorker, type Told } from './page-api.ts';
import {
  hosts,
  portalHost,
  readAllKept,
  readCookies,
  readKept,
  setSites,
  signInPage,
  widgetHost,
  type Kept,
  type KnownCookie,
  type Sites,
} from './site-data.ts';

let sites: Sites;
let app: Page;
let page: Page;
let tabId: number;
let before: Record<string, Kept>;
let cookies: KnownCookie[];

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
  await page.goto(signInPage);
  before = await readAllKept(sites);
  cookies = await readCookies(sites);
});

const tell = (type: string, repair: RepairId, tab?: number): Promise<Told> =>
  tellWorker(app, type, { repair, portal: 'buzon-imss', ...(tab !== undefined && { tabId: tab }) });

async function previewed(repair: RepairId, tab?: number): Promise<RepairPreview> {
  return (await tell('previewRepair', repair, tab)).res as RepairPreview;
}

async function run(repair: RepairId, tab?: number): Promise<RepairOutcome> {
  return (await tell('runRepair', repair, tab)).res as RepairOutcome;
}

test('every site keeps everything, or the rest proves nothing', () => {
  expect(Object.keys(before)).toEqual(hosts);
  for (const host of hosts) {
    expect(before[host]).toEqual({
      local: {
        length: JSON.stringify('una palabra'),
        nota: JSON.stringify(`${host} \uD800 ñ`),
      },
      databases: ['borradores'],
      copy: `copia de ${host}`,
      serviceWorkers: 1,
      isFileCached: true,
    });
  }
});

test('a preview counts what only a page can count, and says nothing where it cannot', async () => {
  const { items, undoMinutes } = await previewed('clear-site-cache', tabId);
  expect(undoMinutes).toBe(0);
  expect(items).toEqual([
    { kind: 'cache', name: portalHost },
    { kind: 'cache_storage', name: portalHost, count: 1 },
    { kind: 'service_worker', name: portalHost, count: 1 },
    { kind: 'cache', name: widgetHost },
    { kind: 'cache_storage', name: widgetHost },
    { kind: 'service_worker', name: widgetHost },
  ]);
  const note = `nota${portalHost} \uD800 ñ`;
  const storage = [
    {
      kind: 'local_storage',
      name: portalHost,
      bytes: 2 * (note.length + 'lengthuna palabra'.length),
    },
    { kind: 'indexed_db', name: portalHost, count: 1, isFinal: true },
  ];
  expect((await previewed('clear-site-storage', tabId)).items).toEqual(storage);
  expect((await previewed('clear-site-storage')).items).toEqual([
    { kind: 'local_storage', name: portalHost },
    { kind: 'indexed_db', name: portalHost, isFinal: true },
  ]);
  // A tab that shows another site counts for nothing.
  const elsewhere = await tabIdOf(sites.stage.browser, app);
  expect((await previewed('clear-site-storage', elsewhere)).items).not.toEqual(storage);
  expect(await readAllKept(sites)).toEqual(before);
});

test('clear-site-cache clears the copies of the portal and of its widget, and nothing else', async () => {
  await run('clear-site-cache', tabId);
  const empty = { copy: undefined, serviceWorkers: 0, isFileCached: false };
  expect(await readAllKept(sites)).toEqual({
    ...before,
    [portalHost]: { ...before[portalHost], ...empty },
    [widgetHost]: { ...before[widgetHost], ...empty },
  });
  expect(await readCookies(sites)).toEqual(cookies);
});

test('clear-site-storage clears what the portal keeps; undone, its notes are back', async () => {
  const { changeId = '' } = await run('clear-site-storage', tabId);
  const cleared = { ...before, [portalHost]: { ...before[portalHost], local: {}, databases: [] } };
  expect(await readAllKept(sites)).toEqual(cleared);
  expect(await readCookies(sites)).toEqual(cookies);

  await page.evaluate(() => localStorage.setItem('nueva', 'de después'));
  await tellWorker(app, 'undoRepair', { id: changeId });
  const { local, databases } = await readKept(sites, portalHost);
  expect(local).toEqual({ ...before[portalHost]?.local, nueva: JSON.stringify('de después') });
  expect(databases).toEqual([]);
});

test('without a page of the portal one is opened, for the copy and for the undo', async () => {
  await page.goto('about:blank');
  const [opened, { changeId = '' }] = await Promise.all([
    page.context().waitForEvent('page'),
    run('clear-site-storage'),
  ]);
  expect(opened.url()).toBe(signInPage);
  expect((await readKept(sites, portalHost)).local).toEqual({});
  await opened.close();
  const [again] = await Promise.all([
    page.context().waitForEvent('page'),
    tellWorker(app, 'undoRepair', { id: changeId }),
  ]);
  expect((await readKept(sites, portalHost)).local).toEqual(before[portalHost]?.local);
  await again.close();
});

test('a page that is stuck is not cleared: nothing could be put back', async () => {
  await page.goto(signInPage);
  await page.evaluate(() => {
    setTimeout(() => {
      const end = performance.now() + 6_000;
      while (performance.now() < end) Math.sqrt(end);
    });
  });
  const { err } = await tell('runRepair', 'clear-site-storage', tabId);
  expect(err?.code).toBe('page_not_answering');
  await page.title();
  expect(await readAllKept(sites)).toEqual(before);
});

test('what is too much to be put back is not cleared', async () => {
  await page.goto(signInPage);
  await page.evaluate(() => localStorage.setItem('mucho', 'x'.repeat(2_000_001)));
  const { err } = await tell('runRepair', 'clear-site-storage', tabId);
  expect(err?.code).toBe('too_much_to_keep');
  expect(await page.evaluate(() => localStorage.getItem('mucho')?.length)).toBe(2_000_001);
  await page.evaluate(() => localStorage.removeItem('mucho'));
});

test('reload-without-cache loads the new file, and clears nothing', async () => {
  const { strangers } = sites;
  const script = (text: string) => `document.documentElement.dataset.version = '${text}';`;
  const headers = { 'content-type': 'text/javascript', 'cache-control': 'max-age=86400' };
  strangers.serve(signInPage, '<!doctype html><script src="/programa.js"></script>');
  strangers.serve(`https://${portalHost}/programa.js`, script('vieja'), headers);
  await page.goto(signInPage);
  strangers.serve(`https://${portalHost}/programa.js`, script('nueva'), headers);
  await page.goto(signInPage);
  const version = () => page.evaluate(() => document.documentElement.dataset['version']);
  expect(await version()).toBe('vieja');

  expect((await previewed('reload-without-cache', tabId)).items).toEqual([
    { kind: 'tab', name: portalHost, count: 1 },
  ]);
  await run('reload-without-cache', tabId);
  expect(page.url()).toBe(signInPage);
  expect(await version()).toBe('nueva');
  expect(await readAllKept(sites)).toEqual(before);
  expect(await readCookies(sites)).toEqual(cookies);
});

test.each(['reload-without-cache', 'clear-site-cache'] as const)(
  '%s does not send again what the person had sent',
  async (repair) => {
    const { strangers } = sites;
    strangers.serve(
      signInPage,
      `<!doctype html><form method="post" action="${signInPage}"><button>Entrar</button></form>`,
    );
    await page.goto(signInPage);
    await Promise.all([page.waitForNavigation(), page.click('button')]);
    const asked = () => strangers.heard.filter(({ url }) => url === signInPage);
    const posts = () => asked().filter(({ method }) => method === 'POST').length;
    const [sent, all] = [posts(), asked().length];
    await run(repair, tabId);
    expect(asked().length).toBeGreaterThan(all);
    expect(posts()).toBe(sent);
  },
);
