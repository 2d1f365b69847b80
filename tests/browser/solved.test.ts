/** «Así entraste hoy»: told after a sign-in that had failed, and never otherwise. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { runRepairOnScreen, seeFailureMark } from '../../scripts/diagnosis-screen.ts';
import { openApp, pages } from '../../scripts/person.ts';
import { openPopup } from '../../scripts/popup.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import cacheStale from '../../scripts/tour/faults/cache-stale.ts';
import extInterference from '../../scripts/tour/faults/ext-interference.ts';
import type { Fault } from '../../scripts/tour/faults/fault.ts';
import { openScene, settleIn, signIn, type Scene } from '../../scripts/tour/faults/scene.ts';
import { stopServiceWorker } from '../../scripts/worker.ts';
import { diagnose } from './diagnosed.ts';
import { tabIdOf } from './page-api.ts';
import { tell } from './tell.ts';

const patience = 120_000;
let stage: Stage;

beforeAll(async () => {
  stage = await setStage({ headless: true });
  await stage.browser.close();
});
afterAll(() => stage.close());

async function inScene(act: (scene: Scene) => Promise<void>): Promise<void> {
  const scene = await openScene(stage, stage.pki.credentials.person);
  try {
    await act(scene);
  } finally {
    await scene.close();
  }
}

/** What was failing is repaired on the screen, and the person signs in; the worker died meanwhile. */
async function mendAndEnter(scene: Scene, fault: Fault): Promise<Page> {
  const page = await fault.inject(scene);
  await seeFailureMark(scene.browser, page);
  const { screen, cause } = await diagnose(scene.browser, page);
  expect(cause).toBe(fault.id);
  await runRepairOnScreen(screen);
  await closePage(screen);
  await stopServiceWorker(scene.browser.context, scene.browser.extensionId);
  expect(await signIn(scene, page)).toContain(scene.holder.rfc);
  return page;
}

async function solvedIn({ browser }: Scene): Promise<unknown> {
  const worker = await browser.worker();
  return (await worker.evaluate(() => chrome.storage.session.get('solved')))['solved'];
}

test('the cause, what was changed and what to know; read, it goes', { timeout: patience }, () =>
  inScene(async (scene) => {
    const page = await mendAndEnter(scene, cacheStale);
    await expect.poll(() => solvedIn(scene)).toBeDefined();

    const popup = await openPopup(scene.browser, page);
    await popup.waitFor("document.querySelector('[data-field=solved-note] a')");
    expect(await popup.evaluate('document.body.innerText')).toContain(
      say('solved_note', say('portal_buzon_imss_name')),
    );
    await popup.close();

    const screen = await openApp(scene.browser, 'no-puedo-ingresar');
    await screen.getByRole('link', { name: say('solved_see') }).click();
    const told = screen.locator('[data-field=solved]');
    expect(await told.getByRole('heading').first().innerText()).toBe(say('solved_today'));
    const cause = await told.locator('[data-field=solved-cause]').innerText();
    expect(cause).toContain(say('solved_cause_is'));
    expect(cause).toContain(say('diagnosis_cache_stale'));
    expect(await told.locator('[data-field=change]').getAttribute('data-change')).toBe(
      'clear-site-cache',
    );
    expect(await told.locator('[data-field=lesson]').innerText()).toBe(
      say('repair_clear_site_cache_after'),
    );

    await told.getByRole('button', { name: say('solved_read') }).press('Enter');
    await told.waitFor({ state: 'detached' });
    expect(await screen.evaluate('document.activeElement?.tagName')).toBe('H1');
    expect(await solvedIn(scene)).toBeUndefined();
  }),
);

test(
  'what it changed is put back there; failing again, nothing is told',
  { timeout: patience },
  () =>
    inScene(async (scene) => {
      const page = await mendAndEnter(scene, extInterference);
      const screen = await openApp(scene.browser, 'historial');
      const change = screen.locator('[data-field=solved] [data-field=change]');
      await change.getByRole('button', { name: say('change_restore') }).click();
      await expect.poll(() => change.getAttribute('data-state')).toBe('undone');
      expect(await change.locator('[data-field=confirmed]').innerText()).toBe(
        say('change_confirmed'),
      );

      scene.replica.faults.down = 503;
      await page.goto(pages.fill);
      await seeFailureMark(scene.browser, page);
      await screen.locator('[data-field=solved]').waitFor({ state: 'detached' });
    }),
);

test(
  'a clock that was put back: no moment of the failure, and all that was changed',
  { timeout: patience },
  () =>
    inScene(async (scene) => {
      const page = await cacheStale.inject(scene);
      await seeFailureMark(scene.browser, page);
      const { screen } = await diagnose(scene.browser, page);
      await runRepairOnScreen(screen);
      const worker = await scene.browser.worker();
      await worker.evaluate(async () => {
        const key = 'failing:buzon-imss';
        const kept = (await chrome.storage.session.get(key))[key] as { attempts: object[] };
        const failedAt = '2099-01-01T00:00:00.000Z';
        const attempts = kept.attempts.map((failed) => ({ ...failed, failedAt }));
        await chrome.storage.session.set({ [key]: { ...kept, attempts } });
      });
      expect(await signIn(scene, page)).toContain(scene.holder.rfc);
      const told = (await openApp(scene.browser, 'historial')).locator('[data-field=solved]');
      const name = say('portal_buzon_imss_name');
      expect(await told.locator('[data-field=solved-when]').innerText()).toMatch(
        new RegExp(`^${say('solved_then', name, '.*').replace(/[()]/g, '.')}$`),
      );
      expect(await told.locator('[data-field=change]').count()).toBe(1);
    }),
);

test(
  'changes of another portal that reach it, forgotten ones, and those put back are told too',
  { timeout: patience },
  () =>
    inScene(async (scene) => {
      const { context } = await scene.launch();
      await settleIn(scene, scene.files);
      const page = await context.newPage();
      scene.replica.faults.down = 503;
      await page.goto(pages.fill);
      await seeFailureMark(scene.browser, page);
      const app = await openApp(scene.browser, 'ajustes');
      const tabId = await tabIdOf(scene.browser, page);
      const run = { repair: 'clear-session-cookies', portal: 'buzon-imss', tabId } as const;
      const { changeId } = await tell(app, 'runRepair', run);
      await tell(app, 'undoRepair', { id: changeId ?? '' });
      await tell(app, 'runRepair', { repair: 'clear-session-cookies', portal: 'idse' });
      await tell(app, 'runRepair', { repair: 'clear-imss-cookies', portal: 'idse' });
      const worker = await scene.browser.worker();
      await worker.evaluate(async () => {
        const keys = Object.keys(await chrome.storage.session.get(null));
        // As after half an hour.
        await chrome.storage.session.remove(keys.filter((key) => key.startsWith('change:')));
      });

      scene.replica.faults.down = undefined;
      await page.goto(pages.fill);
      expect(await signIn(scene, page)).toContain(scene.holder.rfc);
      const told = (await openApp(scene.browser, 'historial')).locator('[data-field=solved]');
      const changes = await told.locator('[data-field=change]').all();
      const seen = changes.map(async (change) => [
        await change.getAttribute('data-change'),
        await change.locator('p').last().innerText(),
      ]);
      expect(await Promise.all(seen)).toEqual([
        ['clear-session-cookies', say('change_is_undone')],
        ['clear-imss-cookies', say('change_done')],
      ]);
    }),
);

test('where nothing had failed nothing is told', { timeout: patience }, () =>
  inScene(async (scene) => {
    const { context } = await scene.launch();
    await settleIn(scene, scene.files);
    const page = await context.newPage();
    expect(await signIn(scene, page)).toContain(scene.holder.rfc);
    expect(await solvedIn(scene)).toBeUndefined();
    const screen = await openApp(scene.browser, 'historial');
    await screen.locator('.history').waitFor();
    expect(await screen.locator('[data-field=solved]').count()).toBe(0);
  }),
);
