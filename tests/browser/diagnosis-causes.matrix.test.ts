/** What the portal, or what the browser keeps of it, does to a sign-in; each with its healthy twin. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { noFaults } from '../../replica/index.ts';
import { closePage } from '../../scripts/close-page.ts';
import { runRepairOnScreen, seeFailureMark } from '../../scripts/diagnosis-screen.ts';
import {
  approve,
  fillFromPopup,
  nextApproval,
  openApp,
  pages,
  pressValidate,
  resultOf,
} from '../../scripts/person.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import type { RepairOutcome, RepairRun } from '../../src/messages.ts';
import { isIn, openScene, settleIn, signIn, type Scene } from '../../scripts/tour/faults/scene.ts';
import { diagnose, expectNothingFound, readAlsoFound } from './diagnosed.ts';
import { tellWorker } from './page-api.ts';
import { attemptWhen, badgeBecomes, settled } from './watched.ts';

const host = 'buzon.imss.gob.mx';

let stage: Stage;
let scene: Scene;
let page: Page;

beforeAll(async () => {
  stage = await setStage({ headless: true });
  await stage.browser.close();
  scene = await openScene(stage, stage.pki.credentials.person);
  await scene.launch();
  await settleIn(scene, scene.files);
});
afterAll(async () => {
  await scene.close();
  await stage.close();
});
afterEach(async () => {
  Object.assign(stage.replica.faults, noFaults());
  const { context } = scene.browser;
  const last = await context.newPage();
  for (const other of context.pages()) if (other !== last) await closePage(other);
  await context.clearCookies();
  const session = await context.newCDPSession(last);
  const origin = `https://${host}`;
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await session.send('Network.clearBrowserCache');
});

async function visit(): Promise<void> {
  page = await scene.browser.context.newPage();
  await page.goto(pages.fill, { waitUntil: 'networkidle' });
}

async function keepWorkerOf(deploy: 'previous' | 'current'): Promise<void> {
  Object.assign(stage.replica.faults, { deploy, serviceWorker: true });
  await visit();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await closePage(page);
  stage.replica.faults.deploy = 'current';
}

async function keepCookies(...cookies: { name: string; value: string }[]): Promise<void> {
  const place = { domain: host, path: '/', secure: true };
  await scene.browser.context.addCookies(cookies.map((cookie) => ({ ...place, ...cookie })));
}

async function namesOfCookies(): Promise<string[]> {
  return (await scene.browser.context.cookies()).map(({ name }) => name);
}

async function expectSignedIn(): Promise<void> {
  const since = stage.replica.log.length;
  page = await scene.browser.context.newPage();
  await signIn(scene, page);
  expect(isIn(scene, since)).toBe(true);
}

/** The page as it is once nothing moves in it, with no mark of a failure. */
async function expectHealthy(): Promise<Page> {
  await settled(scene.browser, page);
  await badgeBecomes(scene.browser, page, '•');
  return await expectNothingFound(scene.browser, page);
}

describe('a service worker of the portal', () => {
  test('that is older than the portal: cleared, it works again', async () => {
    await keepWorkerOf('previous');
    await visit();
    await seeFailureMark(scene.browser, page);
    const { screen, ...said } = await diagnose(scene.browser, page);
    expect(said).toEqual({ cause: 'sw.stale', certainty: 'is', repair: 'clear-site-cache' });
    expect(await runRepairOnScreen(screen)).toBe('solved');
    await expectSignedIn();
  });

  test('that is as new as the portal is no cause', async () => {
    await keepWorkerOf('current');
    await visit();
    expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    await expectHealthy();
  });
});

describe('a session that hangs', () => {
  test('and leads back to the start: without its cookies it works, and the new session stays', async () => {
    await keepCookies({ name: 'JSESSIONID', value: 'vieja' });
    stage.replica.faults.sessionLoop = 'with_cookies';
    page = await scene.browser.context.newPage();
    const popup = await fillFromPopup(scene.browser, page, scene.files.password);
    await popup.close();
    await Promise.all([page.waitForEvent('load'), pressValidate(page)]);
    await seeFailureMark(scene.browser, page);

    const { screen, ...said } = await diagnose(scene.browser, page);
    expect(said).toMatchObject({ cause: 'session.hung', repair: 'clear-session-cookies' });
    expect(['is', 'likely']).toContain(said.certainty);
    await runRepairOnScreen(screen);
    expect(await namesOfCookies()).toEqual([]);
    await expectSignedIn();
    await screen.locator('[data-action=undo]').click();
    await screen.locator('.failure [data-field=cause]', { hasText: 'session_renewed' }).waitFor();
    expect(await namesOfCookies()).not.toContain('JSESSIONID');
    await scene.browser.context.clearCookies();
  });

  test('and has too many cookies: without them it works; undone, they are back', async () => {
    const names = ['uno', 'dos', 'tres'];
    await keepCookies(...names.map((name) => ({ name, value: 'x'.repeat(3500) })));
    stage.replica.faults.cookieLimit = 8192;
    await visit();
    await seeFailureMark(scene.browser, page);
    const { screen, ...said } = await diagnose(scene.browser, page);
    expect(said).toEqual({
      cause: 'session.hung',
      certainty: 'is',
      repair: 'clear-session-cookies',
    });
    expect(await runRepairOnScreen(screen)).toBe('solved');
    expect(await namesOfCookies()).toEqual([]);
    await screen.locator('[data-action=undo]').click();
    await expect.poll(namesOfCookies).toHaveLength(3);
    expect(new Set(await namesOfCookies())).toEqual(new Set(names));
    await scene.browser.context.clearCookies();
    await expectSignedIn();
  });
});

test('a sign-in at one portal leaves no way back to the sessions that were ended at all', async () => {
  await keepCookies({ name: 'JSESSIONID', value: 'vieja' });
  const app = await openApp(scene.browser, 'ajustes');
  const run: RepairRun = { repair: 'clear-imss-cookies', portal: 'replica-entrar' };
  const { changeId } = (await tellWorker(app, 'runRepair', run)).res as RepairOutcome;
  expect(await namesOfCookies()).not.toContain('JSESSIONID');
  await expectSignedIn();
  const { err } = await tellWorker(app, 'undoRepair', { id: changeId });
  expect(err?.code).toBe('session_renewed');
  expect(await namesOfCookies()).not.toContain('JSESSIONID');
});

test('a widget that is out of service is the cause, and no other once it is back', async () => {
  stage.replica.faults.widgetDown = true;
  await visit();
  await seeFailureMark(scene.browser, page);
  const { screen: _, ...said } = await diagnose(scene.browser, page);
  expect(said).toEqual({ cause: 'portal.widget_down', certainty: 'is', repair: 'watch-portal' });
  stage.replica.faults.widgetDown = false;
  await expectSignedIn();
});

describe('nothing is the cause of', () => {
  test('a file that is gone from a page out of the cache that works', async () => {
    stage.replica.faults.deploy = 'current';
    await visit();
    await closePage(page);
    await visit();
    await page.addScriptTag({ url: '/buzonimss/opcional.js' }).catch(() => undefined);
    const seen = await attemptWhen(
      scene.browser,
      page,
      ({ missingChunks, fromCache }) => missingChunks > 0 && fromCache > 0,
    );
    expect(seen.blank).toBe(false);
    await expectHealthy();
  });

  test('a dialog that the person closes', async () => {
    await visit();
    await settled(scene.browser, page);
    await page.evaluate("document.getElementById('formFirmaDigital').style.display = 'none'");
    await attemptWhen(scene.browser, page, ({ widget }) => widget === 'closed_early');
    const besides = await readAlsoFound(await expectHealthy());
    const told = besides.find(({ id }) => id === 'closed-dialog');
    expect(told?.text).toContain(say('evidence_dialog_closed'));
  });

  test('a sign-in that goes well by filling', async () => {
    await expectSignedIn();
    await expectHealthy();
  });

  test('a sign-in that goes well by the page API', async () => {
    page = await scene.browser.context.newPage();
    await page.goto(pages.bridge);
    const window = await nextApproval(scene.browser, () => page.locator('#entrar').click());
    await approve(window);
    expect(await resultOf(page)).toContain(scene.holder.rfc);
    await expectHealthy();
  });
});
