/** What the person is told of later, also when the worker or the browser ended meanwhile. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { noFaults } from '../../replica/index.ts';
import { closePage } from '../../scripts/close-page.ts';
import { openDiagnosis, seeFailureMark } from '../../scripts/diagnosis-screen.ts';
import { openApp, pages, readDiagnosis } from '../../scripts/person.ts';
import { openPopup } from '../../scripts/popup.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { openScene, settleIn, type Scene } from '../../scripts/tour/faults/scene.ts';
import { stopServiceWorker } from '../../scripts/worker.ts';
import type { Reminder } from '../../src/messages.ts';
import { screenOf, tabTo, waitForFocus } from './keyboard.ts';
import { tellWorker } from './page-api.ts';

let stage: Stage;
let scene: Scene;

beforeAll(async () => {
  stage = await setStage({ headless: true });
  await stage.browser.close();
});
afterAll(() => stage.close());
beforeEach(async () => {
  scene = await openScene(stage, stage.pki.credentials.person);
  await scene.launch();
  await settleIn(scene, scene.files);
});
afterEach(() => scene.close());

/** The screen of a sign-in page that does not answer. */
async function diagnoseDown(): Promise<Page> {
  Object.assign(stage.replica.faults, { down: 503 });
  const page = await scene.browser.context.newPage();
  await page.goto(pages.fill);
  await seeFailureMark(scene.browser, page);
  const app = await openDiagnosis(scene.browser, page);
  expect(await readDiagnosis(app)).toMatchObject({
    cause: 'portal.down',
    repair: 'watch-portal',
  });
  return app;
}

/** Presses the first button of the verdict, and the yes in what it opens. */
async function remind(app: Page): Promise<void> {
  await app.locator('[data-action=repair]').click();
  await app.locator('[data-action=remind]').click();
  await app.locator('[data-field=reminders] [data-state=waiting]').waitFor();
}

async function reminders(): Promise<Reminder[]> {
  const worker = await scene.browser.worker();
  const kept = await worker.evaluate(() => chrome.storage.local.get('reminders'));
  return (kept['reminders'] as Reminder[] | undefined) ?? [];
}

/** It is time to look, and a host may be asked again. */
async function makeDue(): Promise<void> {
  const worker = await scene.browser.worker();
  await worker.evaluate(async () => {
    const { reminders: all } = await chrome.storage.local.get('reminders');
    const due = (all as object[]).map((each) => ({ ...each, next: Date.now() - 1 }));
    await chrome.storage.local.set({ reminders: due });
  });
  await letBeAsked();
}

/** A host is asked only now and then: as if that was long ago. */
async function letBeAsked(): Promise<void> {
  const worker = await scene.browser.worker();
  await worker.evaluate(async () => {
    const probed = Object.keys(await chrome.storage.session.get()).filter((key) =>
      key.startsWith('probe:'),
    );
    await chrome.storage.session.remove(probed);
  });
}

async function alarmGoesOff(): Promise<void> {
  const worker = await scene.browser.worker();
  await worker.evaluate(() => chrome.alarms.create('reminders', { when: Date.now() + 50 }));
}

/** When the browser is to wake the worker for it, in milliseconds since the epoch. */
async function alarmAt(): Promise<number | undefined> {
  const worker = await scene.browser.worker();
  return await worker.evaluate(async () => (await chrome.alarms.get('reminders'))?.scheduledTime);
}

const badge = async () =>
  await (await scene.browser.worker()).evaluate(() => chrome.action.getBadgeText({}));

const stateNow = async () => (await reminders()).map(({ state }) => state);

test('one is told when the portal answers again, and nobody is signed in for them', async () => {
  const app = await diagnoseDown();
  const since = stage.replica.log.length;
  await remind(app);
  await makeDue();
  await alarmGoesOff();
  await expect.poll(async () => (await reminders())[0]?.looks).toBe(1);
  expect(await stateNow()).toEqual(['waiting']);
  await expect.poll(alarmAt).toBe((await reminders())[0]?.next);
  expect(await badge()).toBe('');

  Object.assign(stage.replica.faults, noFaults());
  await makeDue();
  await alarmGoesOff();
  await expect.poll(stateNow).toEqual(['ready']);
  await expect.poll(alarmAt).toBeUndefined();
  expect(await badge()).toBe('✓');
  const signedIn = stage.replica.log.slice(since).filter(({ kind }) => kind === 'signed-in');
  expect(signedIn).toEqual([]);

  const popup = await openPopup(scene.browser, app);
  await popup.waitFor("document.querySelector('[data-field=reminders] [data-state=ready] a')");
  await popup.close();

  const opening = scene.browser.context.waitForEvent('page');
  await app.locator('[data-field=reminders] a').click();
  const opened = await opening;
  expect(opened.url()).toContain('buzon.imss.gob.mx');
  await expect.poll(reminders).toEqual([]);
  await expect.poll(badge).toBe('');
  await closePage(opened);
});

test('of a portal that answers by now one is told so at once, and led there', async () => {
  const app = await diagnoseDown();
  Object.assign(stage.replica.faults, noFaults());
  const page = scene.browser.context.pages().find((each) => each.url() === pages.fill);
  await app.locator('[data-action=repair]').click();
  // The host was asked a moment ago.
  await letBeAsked();
  await app.locator('[data-action=remind]').click();
  await app.getByText(say('reminder_answers')).waitFor();
  expect(await reminders()).toEqual([]);
  await app.getByRole('button', { name: say('diagnosis_show_portal') }).click();
  await page?.frameLocator('#formFirmaDigital').locator('#inputRFC').waitFor();
});

test('a browser that was closed when it was time looks when it is opened again', async () => {
  await remind(await diagnoseDown());
  await makeDue();
  Object.assign(stage.replica.faults, noFaults());
  await scene.launch();
  await expect.poll(stateNow, { timeout: 15_000 }).toEqual(['ready']);
  expect(await badge()).toBe('✓');
  await stopServiceWorker(scene.browser.context, scene.browser.extensionId);
  const app = await openApp(scene.browser, 'certificados');
  await app.locator('[data-field=reminders] [data-state=ready]').waitFor();
});

test('by keyboard: begun, and taken back', async () => {
  const app = await diagnoseDown();
  await app.bringToFront();
  const screen = screenOf(app);
  await tabTo(screen, '[data-action=repair]');
  await screen.press('Enter');
  await waitForFocus(screen, '.repair h2');
  await tabTo(screen, '[data-action=remind]');
  await screen.press('Enter');
  await waitForFocus(screen, '.repair .done h2');
  await app.locator('[data-field=reminders] button').focus();
  await screen.press('Enter');
  await expect.poll(reminders).toEqual([]);
  await app.locator('[data-action=remind]').waitFor();
});

test('of one portal there is one, and a portal that answers is not waited for', async () => {
  const app = await openApp(scene.browser, 'ajustes');
  const request = { portal: 'buzon-imss', waitsFor: 'portal' };
  expect((await tellWorker(app, 'remind', request)).res).toBeUndefined();
  expect(await reminders()).toEqual([]);
  const wait = { portal: 'buzon-imss', waitsFor: 'time', minutes: 30 };
  await Promise.all([
    tellWorker(app, 'remind', wait),
    tellWorker(app, 'remind', { ...wait, portal: 'idse' }),
    tellWorker(app, 'remind', wait),
  ]);
  expect((await reminders()).map(({ portal }) => portal).toSorted()).toEqual([
    'buzon-imss',
    'idse',
  ]);
  const nexts = (await reminders()).map(({ next }) => next);
  expect(await alarmAt(), 'the one that comes first').toBe(Math.min(...nexts));
  await makeDue();
  await alarmGoesOff();
  await expect.poll(stateNow).toEqual(['ready', 'ready']);
  await app.getByText(say('reminder_ready_time', say('portal_idse_name'))).waitFor();
});

test('a record of them that is damaged takes nothing along, and the next one mends it', async () => {
  const worker = await scene.browser.worker();
  await worker.evaluate(() => chrome.storage.local.set({ reminders: 'roto' }));
  const app = await openApp(scene.browser, 'certificados');
  await app.locator('[data-field=credentials]').waitFor();
  expect(await app.locator('[data-field=reminders]').count()).toBe(0);
  const popup = await openPopup(scene.browser, app);
  await popup.waitFor("document.querySelector('.popup-footer')");
  await popup.close();
  await tellWorker(app, 'remind', { portal: 'idse', waitsFor: 'time' });
  expect(await stateNow()).toEqual(['waiting']);
});
