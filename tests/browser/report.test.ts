/** The report for the help desk: one page, the same in every form, whatever else is broken. */
import { readFile } from 'node:fs/promises';
import * as fc from 'fast-check';
import type { Page } from 'playwright-core';
import { noFaults } from '../../replica/index.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { openDiagnosis, seeFailureMark } from '../../scripts/diagnosis-screen.ts';
import { openApp, pages, readDiagnosis } from '../../scripts/person.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { tryKept } from '../../scripts/screens/trial-steps.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { startServiceWorker, stopServiceWorker } from '../../scripts/worker.ts';
import { secrets } from '../diagnosis/secrets.ts';
import { fullSources, names, placesIn, withSecret } from '../report/full-sources.ts';
import { screenOf, tabTo } from './keyboard.ts';
import { tellWorker } from './page-api.ts';
import { longestDiagnosis, manyChanges, store } from './report-sources.ts';

let stage: Stage;
let opened: Page[] = [];

beforeAll(async () => {
  stage = await setStage({ headless: true });
  await stage.browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await chooseSafety(stage.browser);
  await keepFiles(stage.browser, stage.pki.credentials.person);
});
afterAll(() => stage.close());

beforeEach(() => {
  opened = [];
});
afterEach(async () => {
  for (const page of opened) await closePage(page);
});

const settled = '[data-field=report][data-settled=true]';

async function isReady(page: Page): Promise<Page> {
  await page.locator(settled).waitFor();
  opened.push(page);
  return page;
}

const openReport = async () => isReady(await openApp(stage.browser, 'informe'));

/** The page that a press opens. */
async function opens(press: () => Promise<void>): Promise<Page> {
  const [page] = await Promise.all([stage.browser.context.waitForEvent('page'), press()]);
  return page;
}

/** One section of the sheet, as it is read. */
const section = (page: Page, id: string) =>
  page.locator(`[data-field=report] [data-section=${id}]`).innerText();

async function savedJson(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('a[download]').click(),
  ]);
  return await readFile(await download.path(), 'utf8');
}

async function copiedText(page: Page): Promise<string> {
  await page.locator('[data-action=copy]').click();
  await page.getByText(say('report_copied')).waitFor();
  return await page.evaluate(() => navigator.clipboard.readText());
}

/** What is on the paper. */
async function printedText(page: Page): Promise<string> {
  await page.emulateMedia({ media: 'print' });
  const text = await page.locator('body').innerText();
  await page.emulateMedia({ media: null });
  return text;
}

/** Whether something is left out on paper of this size, in CSS pixels without the margins. */
async function isCut(page: Page, paper: { width: number; height: number }): Promise<boolean> {
  await page.setViewportSize(paper);
  await page.emulateMedia({ media: 'print' });
  const isCut = await page
    .locator('.report-sections')
    .evaluate(
      (box) => box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1,
    );
  await page.emulateMedia({ media: null });
  return isCut;
}

async function printedPages(page: Page, format: string): Promise<number> {
  const pdf = await page.pdf({ format });
  return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length;
}

test('with nothing diagnosed it says so, leads to the diagnosis, and is not empty', async () => {
  const page = await openReport();
  expect(await page.locator('[data-field=report-nothing]').innerText()).toContain(
    say('report_nothing'),
  );
  expect(await section(page, 'browser')).toMatch(/Chromium \d+/);
  expect(await section(page, 'efirma')).toContain('******');
  expect(await section(page, 'call')).toContain('800\u00a0623\u00a02323');
  await page.locator('[data-field=report-nothing] a').click();
  await page.locator('main[data-screen=no-puedo-ingresar]').waitFor();
});

test('from the result of a diagnosis: the same code and cause in page, print, text and file', async () => {
  stage.replica.faults.down = 503;
  const portal = await stage.browser.context.newPage();
  opened.push(portal);
  await portal.goto(pages.fill);
  await seeFailureMark(stage.browser, portal);
  const app = await openDiagnosis(stage.browser, portal);
  opened.push(app);
  const { cause } = await readDiagnosis(app);
  expect(cause).toBe('portal.down');
  const page = await isReady(await opens(() => app.locator('a[data-field=support]').click()));
  Object.assign(stage.replica.faults, noFaults());

  const code = await page.locator('[data-field=reference]').innerText();
  expect(code).toMatch(/^[ACEFHKMPRTXY2-9]{4}-[ACEFHKMPRTXY2-9]{4}$/);
  for (const output of [await printedText(page), await copiedText(page), await savedJson(page)]) {
    expect(output).toContain(code);
    expect(output).toContain(cause);
    expect(output).toContain('buzon.imss.gob.mx');
    expect(output).toContain('503');
  }
  await page.reload();
  await page.locator(settled).waitFor();
  expect(await page.locator('[data-field=reference]').innerText()).toBe(code);
});

test('by keyboard: names are ticked, the sheet is printed, copied and saved', async () => {
  await store(stage.browser, { session: { lastDiagnosis: longestDiagnosis() } });
  const page = await openReport();
  await page.evaluate('window.print = () => { document.title = "printed"; }');
  const screen = screenOf(page);
  expect(await copiedText(page)).not.toContain('Una extensión de nombre');
  await page.locator('h1').focus();
  await tabTo(screen, 'input[name=extension-names]');
  await screen.press(' ');
  await tabTo(screen, '[data-action=print]');
  await screen.press('Enter');
  expect(await page.title()).toBe('printed');
  await tabTo(screen, '[data-action=copy]');
  await screen.press('Enter');
  await page.getByText(say('report_copied')).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    'Una extensión de nombre muy largo, la número 0',
  );
  await tabTo(screen, 'a[download]');
});

test('an error leads there, and is told; so does the help', async () => {
  const app = await openApp(stage.browser, 'ajustes');
  opened.push(app);
  for (const label of ['current', 'next', 'again'] as const) {
    const text = label === 'current' ? 'no es ésta' : 'contraseña nueva';
    await app.getByLabel(say(`settings_password_${label}`), { exact: true }).fill(text);
  }
  await app.getByRole('button', { name: say('settings_password_change') }).click();
  const link = app.locator('.failure [data-action=report]');
  const page = await isReady(await opens(() => link.click()));
  expect(await section(page, 'cause')).toContain('wrong_vault_password');

  const help = await openApp(stage.browser, 'ayuda');
  await help.locator('a[href="#/informe"]').click();
  await isReady(help);
});

test('a glance at another page takes the place of no diagnosis', async () => {
  await store(stage.browser, { session: { lastDiagnosis: longestDiagnosis() } });
  const app = await openApp(stage.browser, 'ayuda');
  opened.push(app);
  await tellWorker(app, 'diagnose', { depth: 'local' });
  const worker = await stage.browser.worker();
  const { lastDiagnosis } = await worker.evaluate(() =>
    chrome.storage.session.get('lastDiagnosis'),
  );
  expect(lastDiagnosis).toEqual(longestDiagnosis());
});

describe('one sheet of paper', () => {
  test('with as much as there can be of everything, told whole in the file', async () => {
    await store(stage.browser, { session: { lastDiagnosis: longestDiagnosis(), ...manyChanges } });
    const app = await tryKept(stage, stage.pki.credentials.person);
    await app.locator('a[data-field=support]').click();
    const page = await isReady(app);
    await page.locator('input[name=extension-names]').check();
    expect(await section(page, 'trial')).toContain(say('trial_step_signature'));

    expect(await printedPages(page, 'Letter')).toBe(1);
    expect(await printedPages(page, 'A4')).toBe(1);
    expect(await isCut(page, { width: 748, height: 988 }), 'Letter').toBe(false);
    expect(await isCut(page, { width: 726, height: 1054 }), 'A4').toBe(false);
    const printed = await printedText(page);
    expect(printed).toMatch(/y \d+ más, en el archivo JSON/);
    const { diagnosis, changes } = JSON.parse(await savedJson(page)) as {
      diagnosis: { value: { checks: unknown[] } };
      changes: { value: unknown[] };
    };
    expect(diagnosis.value.checks.length).toBeGreaterThan(80);
    expect(changes.value).toHaveLength(20);
  });

  test('with next to nothing', async () => {
    await forget();
    const page = await openReport();
    expect(await printedPages(page, 'Letter')).toBe(1);
    expect(await printedPages(page, 'A4')).toBe(1);
  });
});

/** As if nothing had been diagnosed, nor seen to fail, nor changed. */
async function forget(): Promise<void> {
  const worker = await stage.browser.worker();
  await worker.evaluate(async () => {
    const { session } = chrome.storage;
    const kept = Object.keys(await session.get(null));
    await session.remove(kept.filter((key) => /^(?:last|change:|attempt)/.test(key)));
  });
}

describe('where something is broken', () => {
  test('the worker that was stopped is not missed', async () => {
    await store(stage.browser, { session: { lastDiagnosis: longestDiagnosis() } });
    await stopServiceWorker(stage.browser.context, stage.browser.extensionId);
    const page = await openReport();
    expect(await section(page, 'cause')).toContain(say('certainty_is'));
    expect(await section(page, 'tried')).not.toContain('No se pudo leer');
  });

  test('a worker that answers nothing keeps only its own part away, and none waiting', async () => {
    await store(stage.browser, { session: { lastDiagnosis: longestDiagnosis() } });
    const worker = await stage.browser.worker();
    await worker.evaluate(() => {
      const never = () => new Promise<never>(() => undefined);
      Object.assign(chrome.storage.session, { get: never });
      IDBObjectStore.prototype.getAll = never as never;
      IDBObjectStore.prototype.openCursor = never as never;
    });
    const app = await openApp(stage.browser, 'informe');
    opened.push(app);
    // What the page can read itself is there while nobody has answered.
    await app.locator('[data-field=report][data-settled=false] [data-section=cause]').waitFor();
    await app.locator(settled).waitFor();
    expect(await section(app, 'tried')).toContain(say('report_unreadable_no_answer'));
    expect(await section(app, 'cause')).toContain(say('certainty_is'));
    expect(await copiedText(app)).toContain(say('report_unreadable_no_answer'));
    await stopServiceWorker(stage.browser.context, stage.browser.extensionId);
    await startServiceWorker(stage.browser.context, stage.browser.extensionId);
  });

  test('what is damaged in the stores is named, and the rest comes', async () => {
    await forget();
    const { kept } = await stage.browser
      .worker()
      .then((worker) => worker.evaluate(() => chrome.storage.local.get('kept')));
    await store(stage.browser, {
      local: { kept: 5 },
      session: { lastDiagnosis: { view: 'x' }, lastFailure: [] },
    });
    const page = await openReport();
    expect(await section(page, 'efirma')).toContain(say('report_unreadable_damaged'));
    expect(await section(page, 'cause')).toContain(say('report_unreadable_damaged'));
    expect(await section(page, 'browser')).toMatch(/Chromium \d+/);
    expect(await section(page, 'call')).toContain('800\u00a0623\u00a02323');
    await store(stage.browser, { local: { kept } });
    await forget();
  });

  test.each([
    ['refuses', 'Promise.reject(new Error("IO error: Corruption"))'],
    ['never answers', 'new Promise(() => {})'],
  ])(
    'a storage that %s: every screen says so and leads to the report, which comes',
    async (_, get) => {
      const page = await stage.browser.context.newPage();
      opened.push(page);
      await page.addInitScript(`for (const area of ['local', 'session']) {
      chrome.storage[area].get = () => ${get};
    }`);
      const app = `chrome-extension://${stage.browser.extensionId}/src/app/index.html`;
      await page.goto(`${app}#/certificados`);
      await page.getByText(say('report_screen_failed')).waitFor();
      await page.goto(`${app}#/informe`);
      await page.locator(settled).waitFor();
      expect(await section(page, 'browser')).toMatch(/Chromium \d+/);
      expect(await section(page, 'efirma')).toContain('No se pudo leer');
      expect(await page.locator('[data-field=reference]').innerText()).toMatch(/^.{4}-.{4}$/);
    },
  );

  test('a storage that is slow is waited for: the screen comes when it answers', async () => {
    const page = await stage.browser.context.newPage();
    opened.push(page);
    await page.addInitScript(`
      const answers = new Promise((answer) => addEventListener('answer', answer, { once: true }));
      for (const area of ['local', 'session']) {
        const get = chrome.storage[area].get.bind(chrome.storage[area]);
        chrome.storage[area].get = (...keys) => answers.then(() => get(...keys));
      }`);
    await page.goto(`chrome-extension://${stage.browser.extensionId}/src/app/index.html#/ajustes`);
    await page.getByText(say('report_screen_failed')).waitFor();
    await page.evaluate("dispatchEvent(new Event('answer'))");
    await page.locator('[data-field=revocation]').waitFor();
    expect(await page.getByText(say('report_screen_failed')).count()).toBe(0);
  });

  test('a screen that breaks on what is kept leads to the report instead of being blank', async () => {
    const { settings } = await stage.browser
      .worker()
      .then((worker) => worker.evaluate(() => chrome.storage.local.get('settings')));
    await store(stage.browser, { local: { settings: { submitsAt: 5, picture: {} } } });
    const app = await openApp(stage.browser, 'ajustes');
    opened.push(app);
    await app.locator('main .failure [data-action=report]').waitFor();
    await store(stage.browser, { local: { settings } });
  });
});

test('nobody is named, whatever stands in whatever field of what is kept', async () => {
  const page = await openReport();
  const every = Object.entries({ ...secrets, name: names });
  const places = placesIn(fullSources());
  for (const [kind, secret] of every) {
    const [value = ''] = fc.sample(secret, { numRuns: 1, seed: 20261122 });
    const { diagnosis, failure, kept } = withSecret(fullSources(), places.filter(isOfText), value);
    const items = {
      lastDiagnosis: valueOf(diagnosis),
      lastFailure: valueOf(failure),
      inMemory: valueOf(kept),
    };
    await store(stage.browser, { session: items });
    await page.reload();
    await page.locator(settled).waitFor();
    const dom = await page.locator('html').evaluate((html) => html.outerHTML);
    for (const out of [
      dom,
      await printedText(page),
      await copiedText(page),
      await savedJson(page),
    ]) {
      expect(out, kind).not.toContain(value);
    }
  }
  await forget();
  await stage.browser
    .worker()
    .then((worker) => worker.evaluate(() => chrome.storage.session.remove('inMemory')));
});

/** Fields that hold no date: a report whose dates are damaged says nothing else. */
function isOfText(place: readonly string[]): boolean {
  return !['at', 'date', 'notBefore', 'notAfter'].includes(place.at(-1) ?? '');
}

function valueOf(source: unknown): unknown {
  return (source as { value: unknown }).value;
}
