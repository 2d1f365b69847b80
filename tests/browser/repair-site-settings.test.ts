/** What the browser keeps a portal from: let through for that portal alone, and taken back. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, type Launched } from '../../scripts/chromium.ts';
import { grantOptional } from '../../scripts/grants.ts';
import { closePage } from '../../scripts/close-page.ts';
import { fillFromPopup, openApp, pages, pressValidate, resultOf } from '../../scripts/person.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { dist, setStage, type Stage } from '../../scripts/stage.ts';
import { stopServiceWorker, until } from '../../scripts/worker.ts';
import type { RepairId } from '../../src/diagnosis/index.ts';
import type { Change, RepairOutcome, RepairPreview } from '../../src/messages.ts';
import { tabIdOf, tellWorker, type Told } from './page-api.ts';
import { setContent } from './set-content.ts';

const portal = 'buzon.imss.gob.mx';
const widget = 'firmadigitalssl.imss.gob.mx';
const others = ['idse.imss.gob.mx', 'serviciosdigitales.imss.gob.mx', 'example.org'];

let directory: string;
let profile: string;
let stage: Stage;
let browser: Launched;
let app: Page;
let page: Page;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'firma-lista-settings-'));
  profile = join(directory, 'profile');
  await grantOptional(profile, ['contentSettings']);
  const blocked = [portal, widget, 'idse.imss.gob.mx'];
  await setContent(profile, 2, { javascript: blocked, cookies: blocked });
  stage = await setStage({ headless: true, profile });
  browser = stage.browser;
  await openPages();
});
afterAll(async () => {
  await browser.close();
  await stage.close();
  await rm(directory, { recursive: true, force: true, maxRetries: 10 });
});
afterEach(async () => {
  for (const { id, state } of await changes()) {
    if (state === 'done') await tellWorker(app, 'undoRepair', { id });
  }
  expect(await journal()).toBeUndefined();
});

async function openPages(): Promise<void> {
  app = await openApp(browser, 'ajustes');
  page = await browser.context.newPage();
  await page.goto(pages.fill);
}

async function restart(): Promise<void> {
  await browser.close();
  browser = await launchChromium({
    dist,
    profile,
    headless: true,
    resolverRules: stage.replica.resolverRules,
    spkiHash: stage.tls.spkiHash,
  });
  await openPages();
}

type Kind = 'popups' | 'cookies' | 'javascript';

async function settingsAt(kind: Kind, hosts: readonly string[]): Promise<string[]> {
  const worker = await browser.worker();
  return await worker.evaluate(
    async ([kind, hosts]) =>
      await Promise.all(
        hosts.map(async (host) => {
          const { setting } = await chrome.contentSettings[kind].get({
            primaryUrl: `https://${host}/`,
          });
          return setting;
        }),
      ),
    [kind, [...hosts]] as const,
  );
}

async function journal(): Promise<unknown> {
  const worker = await browser.worker();
  return (await worker.evaluate(() => chrome.storage.local.get('siteRules')))['siteRules'];
}

const changes = async () => (await tellWorker(app, 'listChanges', undefined)).res as Change[];

async function tell(type: string, repair: RepairId): Promise<Told> {
  const tabId = await tabIdOf(browser, page);
  return await tellWorker(app, type, { repair, portal: 'buzon-imss', tabId });
}

const run = async (repair: RepairId) => (await tell('runRepair', repair)).res as RepairOutcome;

const undo = (id: string | undefined) => tellWorker(app, 'undoRepair', { id });

describe.each([
  { repair: 'allow-popups', kind: 'popups', hosts: [portal] },
  { repair: 'allow-cookies', kind: 'cookies', hosts: [portal, widget] },
  { repair: 'allow-javascript', kind: 'javascript', hosts: [portal, widget] },
] as const)('$repair', ({ repair, kind, hosts }) => {
  test('lets through at its hosts alone, says so, and undone all is as it was', async () => {
    const elsewhere = await settingsAt(kind, others);
    const { items, isLasting, needs } = (await tell('previewRepair', repair)).res as RepairPreview;
    expect(items.map((item) => [item.kind, item.name])).toEqual(
      hosts.map((host) => [`${kind}_blocked`, host]),
    );
    expect([isLasting, needs]).toEqual([true, 'contentSettings']);
    expect(await settingsAt(kind, hosts), 'a preview changes nothing').toEqual(
      hosts.map(() => 'block'),
    );

    const { changeId } = await run(repair);
    expect(await settingsAt(kind, hosts)).toEqual(hosts.map(() => 'allow'));
    expect(await settingsAt(kind, others)).toEqual(elsewhere);
    expect((await changes()).find(({ id }) => id === changeId)).toMatchObject({
      repair,
      names: hosts,
      isLasting: true,
      state: 'done',
    });
    expect(((await tell('previewRepair', repair)).res as RepairPreview).items).toEqual([]);
    const made = await changes();
    expect((await tell('runRepair', repair)).err?.code).toBe('site_setting_allowed');
    expect(await changes(), 'what changes nothing is no change').toEqual(made);

    expect(await undo(changeId)).not.toHaveProperty('err');
    expect(await settingsAt(kind, hosts)).toEqual(hosts.map(() => 'block'));
    expect(await settingsAt(kind, others)).toEqual(elsewhere);
    expect(await journal()).toBeUndefined();
    expect(await undo(changeId), 'twice is harmless').not.toHaveProperty('err');
  });
});

test('with scripts let through again, the portal works', async () => {
  const said = () => page.evaluate(() => document.querySelectorAll('noscript > *').length);
  await run('allow-javascript');
  await page.goto(pages.fill);
  expect(await said()).toBe(0);
  await page.locator('iframe').first().waitFor();
});

test('where one host of the portal may already, the other alone is touched', async () => {
  const { changeId } = await run('allow-cookies');
  const rules = async () =>
    ((await journal()) as { rules: { origins: string[]; at: string }[] }).rules;
  expect((await rules())[0]?.origins).toEqual([portal, widget].map((host) => `https://${host}`));
  const [made] = await changes();
  expect((await rules())[0]?.at, 'one moment for one change').toBe(made?.at);
  await undo(changeId);

  const worker = await browser.worker();
  const primaryPattern = `https://${widget}/*`;
  await worker.evaluate(
    (pattern) => chrome.contentSettings.cookies.set({ primaryPattern: pattern, setting: 'allow' }),
    primaryPattern,
  );
  const { items } = (await tell('previewRepair', 'allow-cookies')).res as RepairPreview;
  expect(items.map(({ name }) => name)).toEqual([portal]);
  const other = await run('allow-cookies');
  expect((await rules())[0]?.origins).toEqual([`https://${portal}`]);
  expect((await changes()).find(({ id }) => id === other.changeId)?.names).toEqual([portal]);
});

test('where nothing is kept from it, no rule is made', async () => {
  const worker = await browser.worker();
  await worker.evaluate(
    async (hosts) => {
      for (const host of hosts) {
        const primaryPattern = `https://${host}/*`;
        await chrome.contentSettings.cookies.set({ primaryPattern, setting: 'allow' });
      }
    },
    [portal, widget],
  );
  const { err } = await tell('runRepair', 'allow-cookies');
  expect(err?.code).toBe('site_setting_allowed');
  expect(await journal()).toBeUndefined();
  await worker.evaluate(() => chrome.contentSettings.cookies.clear({ scope: 'regular' }));
  expect(await settingsAt('cookies', [portal, widget])).toEqual(['block', 'block']);
});

test('the rule of one change goes and those of the others stay', async () => {
  const first = await run('allow-cookies');
  const worker = await browser.worker();
  const second = await tellWorker(app, 'runRepair', { repair: 'allow-cookies', portal: 'idse' });
  expect(second).not.toHaveProperty('err');
  expect(await worker.evaluate(() => chrome.storage.local.get('siteRules'))).toMatchObject({
    siteRules: { pending: [], rules: [{ portal: 'buzon-imss' }, { portal: 'idse' }] },
  });
  expect(await settingsAt('cookies', [portal, 'idse.imss.gob.mx'])).toEqual(['allow', 'allow']);
  await undo(first.changeId);
  expect(await settingsAt('cookies', [portal, 'idse.imss.gob.mx'])).toEqual(['block', 'allow']);
});

test('it outlives the browser, and can still be taken back', async () => {
  const { changeId } = await run('allow-javascript');
  await restart();
  await expect.poll(() => settingsAt('javascript', [portal])).toEqual(['allow']);
  expect((await changes()).map(({ id, isLasting }) => [id, isLasting])).toEqual([[changeId, true]]);
  await undo(changeId);
  expect(await settingsAt('javascript', [portal])).toEqual(['block']);
  expect((await changes())[0]?.state).toBe('undone');
});

test.each(['set', 'clear'] as const)(
  'a worker that dies at %s leaves nothing half done',
  async (step) => {
    const first = await run('allow-cookies');
    await tellWorker(app, 'runRepair', { repair: 'allow-cookies', portal: 'idse' });
    const worker = await browser.worker();
    // Nothing is written, or all that was there is removed, and the rest does not come.
    await worker.evaluate((step) => {
      const { cookies } = chrome.contentSettings;
      const clear = cookies.clear.bind(cookies);
      const holding = async (details: chrome.contentSettings.ContentSettingClearParams) => {
        if (step === 'set') await clear(details);
        Object.assign(globalThis, { held: true });
        await new Promise(() => undefined);
      };
      Object.assign(cookies, { clear: holding });
    }, step);
    const undoing = undo(first.changeId).catch(() => undefined);
    await until('The worker is held', async () =>
      (await worker.evaluate(() => 'held' in globalThis)) ? true : undefined,
    );
    await stopServiceWorker(browser.context, browser.extensionId);
    await undoing;
    const hosts = [portal, widget, 'idse.imss.gob.mx'];
    await expect.poll(() => settingsAt('cookies', hosts)).toEqual(['block', 'block', 'allow']);
    await expect.poll(journal).toMatchObject({ pending: [], rules: [{ portal: 'idse' }] });
  },
);

test('twice at once makes one rule', async () => {
  const told = await Promise.all([
    tell('runRepair', 'allow-popups'),
    tell('runRepair', 'allow-popups'),
  ]);
  expect(told.filter(({ err }) => err?.code === 'busy')).toHaveLength(1);
  expect(await journal()).toMatchObject({ pending: [], rules: [{ kind: 'popups' }] });
});

test('with both let through, the sign-in that they kept away works', async () => {
  const { person } = stage.pki.credentials;
  await chooseSafety(browser);
  await keepFiles(browser, person);
  expect(await settingsAt('javascript', [portal])).toEqual(['block']);
  await run('allow-javascript');
  await run('allow-cookies');
  const since = stage.replica.log.length;
  const other = await browser.context.newPage();
  const popup = await fillFromPopup(browser, other, person.password);
  await popup.close();
  await pressValidate(other);
  await resultOf(other);
  expect(stage.replica.log.slice(since)).toContainEqual(
    expect.objectContaining({ kind: 'signed-in', via: 'fill', rfc: person.rfc }),
  );
  await closePage(other);
});

test.each([
  ['a text', 'roto'],
  ['rules without hosts', { rules: [{ kind: 'popups' }], pending: [] }],
])('a journal that is damaged (%s) hides no change, and its rules go', async (_how, siteRules) => {
  await run('allow-cookies');
  const worker = await browser.worker();
  await worker.evaluate((damaged) => chrome.storage.local.set({ siteRules: damaged }), siteRules);
  expect((await tellWorker(app, 'listChanges', undefined)).err).toBeUndefined();
  await stopServiceWorker(browser.context, browser.extensionId);
  await openApp(browser, 'ajustes').then(closePage);
  await expect.poll(() => settingsAt('cookies', [portal])).toEqual(['block']);
  await expect.poll(journal).toBeUndefined();
  await run('allow-popups');
  expect(await journal()).toMatchObject({ pending: [], rules: [{ kind: 'popups' }] });
});
