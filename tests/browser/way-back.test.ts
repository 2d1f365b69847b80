/**
 * From a sign-in that failed to one that works, in each group of the list of checks, by nothing but
 * what the screens say. What is mended outside of the browser is mended here as their words tell.
 */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { grantOptional } from '../../scripts/grants.ts';
import { bring, pages } from '../../scripts/person.ts';
import { pressIcon } from '../../scripts/popup.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import cacheStale from '../../scripts/tour/faults/cache-stale.ts';
import certExpired from '../../scripts/tour/faults/cert-expired.ts';
import extInterference from '../../scripts/tour/faults/ext-interference.ts';
import { openScene, type Scene } from '../../scripts/tour/faults/scene.ts';
import { credentialFaults } from './injected/credential.ts';
import { openDeskForm, signByHand, visitDesk } from './injected/hands.ts';
import { lab, setDoors, withDoorsAndSat } from './injected/network-scene.ts';
import { wrongEverywhere } from './injected/tls.ts';
import { setContent } from './set-content.ts';
import {
  askWhy,
  goToPortal,
  pageBeforeThem,
  press,
  pressFirstRepair,
  pressRepair,
  readVerdict,
  repairHere,
  repairWords,
  says,
  seeMark,
  signInAgain,
} from './way-back.ts';

const hosts = ['buzon.imss.gob.mx', 'firmadigitalssl.imss.gob.mx'];

let stage: Stage;
let scene: Scene;

beforeAll(async () => {
  stage = await setStage({ headless: true });
  await stage.browser.close();
});
afterAll(() => stage.close());
afterEach(() => scene.close());

/** A profile of its own, without a browser yet. */
async function begin(): Promise<Scene> {
  scene = await openScene(stage, stage.pki.credentials.person);
  return scene;
}

/** A browser in which the e.firma that works is kept. */
async function settle(): Promise<void> {
  const browser = await scene.launch();
  await chooseSafety(browser);
  await keepFiles(browser, scene.files);
}

/** Opens the sign-in page, which may not come. */
async function visit(): Promise<Page> {
  const page = await scene.browser.context.newPage();
  await page.goto(pages.fill, { waitUntil: 'networkidle' }).catch(() => undefined);
  return page;
}

const here = (page: Page) => ({ browser: scene.browser, page });

test('your e.firma: it had expired, and the renewed one signs in', async () => {
  const { files } = await begin();
  const page = await certExpired.inject(scene);
  expect(await page.locator('#resultado').innerText()).toContain('no pudo ser realizada');
  await seeMark(scene.browser);

  const app = await askWhy(here(page), 'cert.expired', 'knows');
  await pressFirstRepair(app, 'cert.expired', 'renew-certificate');
  await says(app, say('guide_renew_add_here'), say('guide_renew_files'));
  const { kind } = await bring(app, [files.cerPath, files.keyPath], files.password, 'save');
  expect(kind).toBe('saved');
  await says(app, say('outcome_saved'), say('trial_good'));
  await goToPortal(app, scene.browser, say('guide_done_portal'), page);
  await signInAgain(scene, page);
});

test('your browser: JavaScript was off at the portal, is let through, and is off again', async () => {
  const { profile } = await begin();
  await grantOptional(profile, ['contentSettings']);
  await setContent(profile, 2, { javascript: hosts });
  await settle();
  const page = await visit();
  expect(await page.frameLocator('#formFirmaDigital').locator('#inputRFC').count()).toBe(0);

  const app = await askWhy(here(page), 'set.js_off', 'sees_nothing');
  await pressFirstRepair(app, 'set.js_off', 'allow-javascript');
  const yes = repairWords('allow-javascript', 'name');
  await repairHere(app, 'allow-javascript', yes, 'not_compared');
  await goToPortal(app, scene.browser, say('diagnosis_show_portal'), page);
  await signInAgain(scene, page);

  await app.bringToFront();
  await app
    .getByRole('button', { name: say('change_undo'), exact: true })
    .first()
    .click();
  await says(app, say('repair_undone'));
  await page.goto(pages.fill, { waitUntil: 'networkidle' });
  expect(await page.frameLocator('#formFirmaDigital').locator('#inputRFC').count()).toBe(0);
});

test('what the browser keeps: an old copy of the portal goes, and the new one signs in', async () => {
  await begin();
  const page = await cacheStale.inject(scene);
  expect(await page.locator('body').innerText()).toBe('');
  await seeMark(scene.browser);

  const app = await askWhy(here(page), 'cache.stale', 'knows');
  await pressFirstRepair(app, 'cache.stale', 'clear-site-cache');
  const yes = repairWords('clear-site-cache', 'name');
  await repairHere(app, 'clear-site-cache', yes, 'solved');
  await goToPortal(app, scene.browser, say('diagnosis_show_portal'), page);
  await signInAgain(scene, page);
});

/** By the certificates of every server, as in a computer that lives in another year. */
test.skipIf(!lab.isMet)(
  'your computer: its clock was wrong, is set, and one signs in',
  async () => {
    await begin();
    await withDoorsAndSat(scene);
    const page = await wrongEverywhere(scene, 'expired');
    await seeMark(scene.browser);

    const app = await askWhy(here(page), 'tls.clock', 'does_not_know');
    await pressFirstRepair(app, 'tls.clock', 'set-clock');
    await says(app, say('guide_clock_automatic'), say('guide_clock_return'));
    await setDoors(scene);
    await goToPortal(app, scene.browser, say('guide_done_portal'), page);
    await signInAgain(scene, page);
  },
);

test('your connection: the wifi wanted to be signed in to first', async () => {
  await begin();
  await settle();
  scene.replica.faults.captive = 'http://acceso.test/';
  const page = await visit();

  const app = await askWhy(here(page), 'net.captive', 'knows');
  await pressFirstRepair(app, 'net.captive', 'join-wifi');
  await says(app, say('guide_captive_page'), say('guide_captive_terms'));
  scene.replica.faults.captive = undefined;
  const after = await goToPortal(app, scene.browser, say('guide_done_portal'));
  await signInAgain(scene, after);
});

test('the portal: it was down; one is told when it is back, and signs in', async () => {
  await begin();
  await settle();
  scene.replica.faults.down = 503;
  const page = await visit();
  expect(await page.locator('body').innerText()).toContain('Servicio no disponible.');
  await seeMark(scene.browser);

  const app = await askWhy(here(page), 'portal.down', 'knows');
  await pressFirstRepair(app, 'portal.down', 'watch-portal');
  await says(app, say('reminder_where'));
  await press(app, say('reminder_ask_portal'));
  await says(app, say('reminder_set'));

  scene.replica.faults.down = undefined;
  await letMinutesPass();
  const name = say('portal_buzon_imss_name');
  await says(app, say('reminder_ready_portal', name));
  // The popup does not go on saying that the portal is down.
  const popup = await pressIcon(scene.browser, page);
  await popup.waitFor("document.querySelector('main')?.innerText.trim() !== ''");
  const text = await popup.evaluate<string, []>("document.querySelector('main').innerText");
  expect(text).toContain(say('reminder_ready_portal', name));
  expect(text).not.toContain(say('diagnosis_portal_down'));
  await popup.close();

  await app.bringToFront();
  await app.getByRole('link', { name: say('diagnosis_open_portal') }).click();
  await signInAgain(scene, await pageBeforeThem(scene.browser));
});

/** Until it is time to ask the portal again. */
async function letMinutesPass(): Promise<void> {
  const worker = await scene.browser.worker();
  await worker.evaluate(async () => {
    const { reminders } = await chrome.storage.local.get<{ reminders: object[] }>('reminders');
    const due = reminders.map((each) => ({ ...each, next: Date.now() - 1 }));
    await chrome.storage.local.set({ reminders: due });
    const known = Object.keys(await chrome.storage.session.get());
    await chrome.storage.session.remove(known.filter((key) => key.startsWith('probe:')));
    await chrome.alarms.create('reminders', { when: Date.now() + 50 });
  });
}

test('other extensions: one closed the dialog; paused, one signs in, and it comes back', async () => {
  await begin();
  const page = await extInterference.inject(scene);
  await seeMark(scene.browser);

  const app = await askWhy(here(page), 'ext.interference', 'knows');
  await pressFirstRepair(app, 'ext.interference', 'pause-extensions');
  await says(app, 'Cupones al Instante');
  const yes = say('pause_confirm_one', '10 minutos');
  await repairHere(app, 'pause-extensions', yes, 'not_compared');
  await goToPortal(app, scene.browser, say('diagnosis_show_portal'), page);
  await signInAgain(scene, page);

  await app.bringToFront();
  await says(app, say('change_confirmed'));
  await app
    .getByRole('button', { name: say('change_restore'), exact: true })
    .first()
    .click();
  await says(app, say('repair_undone'), say('change_is_undone'));
});

test('your account: it still had the e.firma before; brought up to date, one signs in', async () => {
  await begin();
  const fault = credentialFaults.find(({ id }) => id === 'credential-renewed');
  await fault?.open?.(scene);
  const page = await fault?.inject(scene);
  if (!page) throw new Error('The account has no fault.');
  expect(await page.locator('#mensajeError').innerText()).toContain('Credenciales incorrectas');

  const app = await askWhy(here(page), 'acc.efirma_not_updated', 'knows');
  await pressFirstRepair(app, 'acc.efirma_not_updated', 'update-account');
  await says(app, say('guide_account_changed'), say('guide_account_sign_new'));
  scene.replica.faults.refusal = undefined;
  await goToPortal(app, scene.browser, say('guide_done_portal'), page);
  await openDeskForm(page);
  await signInAgain(scene, page);
});

/** It is not what is likeliest: the person says so, and it is the next. */
test('two tabs: the other one of the portal is closed, and one signs in', async () => {
  await begin();
  await settle();
  const other = await visitDesk(scene);
  scene.replica.faults.refusal = 'imss_session';
  const page = await visitDesk(scene);
  await signByHand(page, scene.holder.rfc, scene.files);
  await seeMark(scene.browser);

  const app = await askWhy(here(page), 'session.hung', 'knows');
  await readVerdict(app, 'session.hung');
  await press(app, say('diagnosis_not_this'));
  await says(app, say('diagnosis_session_two_tabs'), say('diagnosis_session_two_tabs_do'));
  await pressRepair(app, 'close-duplicate-tabs');
  const closing = other.waitForEvent('close');
  const yes = repairWords('close-duplicate-tabs', 'name');
  await repairHere(app, 'close-duplicate-tabs', yes, 'not_compared');
  await closing;
  scene.replica.faults.refusal = undefined;
  await goToPortal(app, scene.browser, say('diagnosis_show_portal'), page);
  await openDeskForm(page);
  await signInAgain(scene, page);
});
