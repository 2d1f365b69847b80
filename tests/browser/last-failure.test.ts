/** What is kept of a failure: of which attempt it is, and until when it is told. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { openApp, pages } from '../../scripts/person.ts';
import { openPopup } from '../../scripts/popup.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { until } from '../../scripts/worker.ts';
import type { DiagnosisRequest, DiagnosisView, RepairOutcome } from '../../src/messages.ts';
import type { SeenFailure } from '../../src/storage.ts';
import { tabIdOf, tellWorker } from './page-api.ts';
import { startStrangers, type Strangers } from './strangers.ts';
import { badgeBecomes, settled } from './watched.ts';
import { widgetUrl } from './widget.ts';

const portal = 'https://buzon.imss.gob.mx';
const alive = '<p>Entra con tu e.firma';
const revoked = '<p role=alert>No se puede acceder al aplicativo porque su E.FIRMA está revocada.';

let strangers: Strangers;
let stage: Stage;
let app: Page;
let page: Page;

beforeAll(async () => {
  strangers = await startStrangers(['buzon.imss.gob.mx', 'firmadigitalssl.imss.gob.mx']);
  stage = await setStage({
    headless: true,
    resolverRules: strangers.rules,
  });
  strangers.secure(stage.tls);
  app = await openApp(stage.browser, 'ajustes');
});

afterAll(async () => {
  await stage.close();
  await strangers.stop();
});

beforeEach(async () => {
  page = await stage.browser.context.newPage();
});

afterEach(() => closePage(page));

async function open(html: string, status = 200): Promise<void> {
  strangers.serve(pages.fill, `<!doctype html>${html}`, {}, status);
  await page.goto(pages.fill);
}

async function lastFailure(): Promise<SeenFailure | undefined> {
  const worker = await stage.browser.worker();
  const kept = await worker.evaluate(() => chrome.storage.session.get('lastFailure'));
  return kept['lastFailure'] as SeenFailure | undefined;
}

/** Waits until the failure that is kept is one of this page, and as it should be. */
async function failureWhen(holds: (failure: SeenFailure) => boolean): Promise<SeenFailure> {
  const tabId = await tabIdOf(stage.browser, page);
  return await until('The failure', async () => {
    const failure = await lastFailure();
    return failure?.tabId === tabId && holds(failure) ? failure : undefined;
  });
}

const isGone = (): Promise<true> =>
  until('The failure is gone', async () => ((await lastFailure()) ? undefined : true));

async function ask(request: Omit<DiagnosisRequest, 'depth'>): Promise<DiagnosisView> {
  return (await tellWorker(app, 'diagnose', { ...request, depth: 'local' })).res as DiagnosisView;
}

async function repair(name: string): Promise<RepairOutcome> {
  const tabId = await tabIdOf(stage.browser, page);
  const run = { repair: name, portal: 'buzon-imss', tabId };
  return (await tellWorker(app, 'runRepair', run)).res as RepairOutcome;
}

test('a page that was only slow leaves no failure behind', async () => {
  await open('<div></div>');
  await failureWhen(({ page: { blank } }) => blank);
  await page.evaluate("document.querySelector('div').textContent = 'Entra con tu e.firma'");
  await badgeBecomes(stage.browser, page, '•');
  await isGone();
});

test('the popup tells of a failure until the page is opened anew', async () => {
  await open(revoked);
  await failureWhen(() => true);
  const failed = await openPopup(stage.browser, page);
  await failed.waitFor("document.querySelector('.seen-failure') !== null");
  await failed.close();

  await open(alive);
  await failureWhen(({ isOver }) => isOver === true);
  const fresh = await openPopup(stage.browser, page);
  await fresh.waitFor("document.querySelector('main > *') !== null");
  expect(await fresh.evaluate("document.querySelector('.seen-failure') !== null")).toBe(false);
  await fresh.close();
});

test('a page that is being worked on says so; one where somebody can go on has not failed', async () => {
  const notice = '<h1>Aviso</h1><p>Portal en mantenimiento.</p>';
  await open(notice);
  expect((await failureWhen(() => true)).cause.id).toBe('portal.maintenance');
  await open(`${notice}<a href="/buzonimss/tramites">Trámites</a>`);
  await settled(stage.browser, page);
  await badgeBecomes(stage.browser, page, '•');
  await failureWhen(({ isOver }) => isOver === true);
});

test('of tabs that failed the popup tells of the one that it is over', async () => {
  await open(revoked);
  await failureWhen(() => true);
  const first = page;
  page = await stage.browser.context.newPage();
  await open('<p>No', 503);
  await failureWhen(() => true);
  for (const [tab, cause] of [
    [first, 'cert.revoked'],
    [page, 'portal.down'],
  ] as const) {
    const popup = await openPopup(stage.browser, tab);
    const shown = "document.querySelector('.seen-failure [data-field=cause]')?.textContent";
    expect(await popup.waitFor(shown)).toBe(cause);
    await popup.close();
  }
  await closePage(first);
});

test('of a tab that has left the portal nothing is told when one turns to it', async () => {
  await open(revoked);
  await failureWhen(() => true);
  const first = page;
  page = await stage.browser.context.newPage();
  await open('<p>No', 503);
  await failureWhen(() => true);
  strangers.serve(`${portal}/noticias`, '<!doctype html><p>Noticias');
  await first.goto(`${portal}/noticias`);
  await first.bringToFront();
  const popup = await openPopup(stage.browser, first);
  await popup.waitFor("document.querySelector('.popup-help') !== null");
  expect(await popup.evaluate("document.querySelector('.seen-failure')")).toBe(null);
  await popup.close();
  await failureWhen(() => true);
  await closePage(first);
});

test('a failure is over where the portal has let the person in since, in whatever tab', async () => {
  await open(revoked);
  await failureWhen(() => true);
  const first = page;
  page = await stage.browser.context.newPage();
  strangers.serve(widgetUrl, alive);
  await open(`${alive}<iframe id=formFirmaDigital src="${widgetUrl}"></iframe>`);
  await settled(stage.browser, page);
  await page.frames()[1]?.evaluate(`parent.postMessage('{"resultado":0}', '*')`);
  await isGone();
  await first.bringToFront();
  const popup = await openPopup(stage.browser, first);
  await popup.waitFor("document.querySelector('.popup-help') !== null");
  expect(await popup.evaluate("document.querySelector('.seen-failure')")).toBe(null);
  await popup.close();
  expect(await lastFailure()).toBeUndefined();
  await closePage(first);
});

test('a failure elsewhere is not told of another tab, nor of another portal', async () => {
  await open(revoked);
  const { cause } = await failureWhen(() => true);
  expect(cause.id).toBe('cert.revoked');
  expect(await ask({})).toMatchObject({ portal: 'buzon-imss', failureSeen: true });

  const elsewhere = await tabIdOf(stage.browser, app);
  const asked = { sees: 'nothing_happens' } as const;
  for (const request of [{ tabId: elsewhere }, { asked }]) {
    const view = await ask(request);
    expect(view.portal).toBeUndefined();
    expect(JSON.stringify(view)).not.toContain('revocada');
  }
});

test('the message that a person copied is understood', async () => {
  const text = 'No se puede acceder al aplicativo porque su E.FIRMA está revocada.';
  const view = await ask({ asked: { portal: 'buzon-imss', sees: 'message', text } });
  expect(view.causes[0]).toMatchObject({ id: 'cert.revoked', certainty: 'is' });
});

test.each([
  { name: 'a portal that was out of service', html: alive, status: 503, wasCache: undefined },
  { name: 'a page that was blank', html: '<div></div>', status: 200, wasCache: true },
])('whether it was the cache: $name', async ({ html, status, wasCache }) => {
  strangers.serve(widgetUrl, alive);
  await open(html, status);
  await settled(stage.browser, page);
  await failureWhen(() => true);
  strangers.serve(pages.fill, `<!doctype html>${alive}`);
  expect(await repair('reload-without-cache')).toMatchObject({ result: 'solved' });
  expect((await lastFailure())?.page.bypassCacheOk).toBe(wasCache);
});

test('a repair leaves alone the page of the portal in which somebody writes', async () => {
  await open(alive);
  await settled(stage.browser, page);
  const inside = `${portal}/buzonimss/tramite`;
  strangers.serve(inside, '<!doctype html><textarea></textarea>');
  await page.goto(inside);
  await page.locator('textarea').fill('Media hora de trabajo');

  const opened = stage.browser.context.waitForEvent('page');
  await repair('reload-without-cache');
  const other = await opened;
  expect(other.url()).toBe(pages.fill);
  await closePage(other);
  expect(page.url()).toBe(inside);
  expect(await page.locator('textarea').inputValue()).toBe('Media hora de trabajo');
});

test('what the page got is not judged by what another page of its host answers', async () => {
  // Who has none here is told so, and nothing else.
  await chooseSafety(stage.browser);
  await keepFiles(stage.browser, stage.pki.credentials.person);
  strangers.serve('https://firmadigitalssl.imss.gob.mx/', 'nada', {}, 503);
  strangers.serve(widgetUrl, alive);
  await open(`${alive}<iframe id=formFirmaDigital src="${widgetUrl}"></iframe>`);
  await settled(stage.browser, page);
  const tabId = await tabIdOf(stage.browser, page);
  const view = (await tellWorker(app, 'diagnose', { tabId, depth: 'full' })).res as DiagnosisView;
  expect(view.findings).toContainEqual(
    expect.objectContaining({ id: 'unreachable-widget', status: 'fail' }),
  );
  expect(view.causes.map(({ certainty }) => certainty)).not.toContain('is');
});
