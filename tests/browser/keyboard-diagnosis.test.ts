/** «No puedo ingresar», the whole way by keyboard alone. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, readDiagnosis } from '../../scripts/person.ts';
import { openPopup } from '../../scripts/popup.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { screenOf, tabTo, waitForFocus } from './keyboard.ts';

let stage: Stage;
let app: Page;

beforeAll(async () => {
  stage = await setStage({ headless: true });
  await chooseSafety(stage.browser);
  await keepFiles(stage.browser, stage.pki.credentials.expired);
  app = await openApp(stage.browser, 'certificados');
});
afterAll(() => stage.close());

test('the questions are reached from the menu; one that says nothing is told so', async () => {
  const screen = screenOf(app);
  await tabTo(screen, 'a[href="#/no-puedo-ingresar"]');
  await screen.press('Enter');
  await waitForFocus(screen, 'h1');
  await app.locator('[data-field=questions]').waitFor();
  await tabTo(screen, '.questions .primary');
  await screen.press('Enter');
  await waitForFocus(screen, '.field-error');
});

test('they are answered by arrows and typing, and the verdict gets the focus', async () => {
  const screen = screenOf(app);
  await tabTo(screen, 'textarea', 'Shift+Tab');
  await screen.type('Su E.FIRMA no está vigente.');
  await tabTo(screen, 'fieldset:nth-of-type(2) input', 'Shift+Tab');
  await screen.press(' ');
  await tabTo(screen, 'fieldset:first-of-type input', 'Shift+Tab');
  await screen.press(' ');
  await tabTo(screen, '.questions .primary');
  await screen.press('Enter');
  await waitForFocus(screen, '.verdict h2');
  expect(await readDiagnosis(app)).toEqual({
    cause: 'cert.expired',
    certainty: 'is',
    repair: 'renew-certificate',
  });
});

test('the steps of the repair are reached, and left again', async () => {
  const screen = screenOf(app);
  await tabTo(screen, '[data-action=repair]');
  await screen.press('Enter');
  await waitForFocus(screen, '.repair h2');
  await tabTo(screen, '.repair .verdict-actions button:last-child');
  await screen.press('Enter');
  await waitForFocus(screen, '.verdict h2');
});

test('what was looked at is unfolded, and the permission that is missing is reached', async () => {
  const screen = screenOf(app);
  await tabTo(screen, '[data-field=checklist] > summary');
  await screen.press('Enter');
  expect(await app.locator('[data-field=checklist] .finding').count()).toBeGreaterThan(20);
  await tabTo(screen, '.finding .permission button');
  const asked = await app
    .locator('.finding .permission')
    .evaluateAll((all) => all.map((each) => each.getAttribute('data-permission')));
  // Of revocation nobody could be asked: nobody vouches for the issuer.
  expect(asked).toEqual(['management']);
});

test('another cause is asked for, and the focus goes to it', async () => {
  const screen = screenOf(app);
  await tabTo(screen, '.verdict-actions button:last-child', 'Shift+Tab');
  await screen.press('Enter');
  await waitForFocus(screen, '.verdict h2');
  expect((await readDiagnosis(app)).cause).not.toBe('cert.expired');
});

test('one tells what happens oneself, or goes back to what was found', async () => {
  const screen = screenOf(app);
  const before = await readDiagnosis(app);
  await tabTo(screen, '.diagnosis-ask button');
  await screen.press('Enter');
  await waitForFocus(screen, '.questions .lead');
  expect(await app.locator('.questions .lead').innerText()).toBe(say('question_intro_again'));
  expect(await app.locator('.questions input[value=escritorio-virtual]').isChecked()).toBe(true);
  await tabTo(screen, '.questions .verdict-actions button:last-child');
  await screen.press('Enter');
  await waitForFocus(screen, '.verdict h2');
  expect(await readDiagnosis(app)).toEqual(before);
});

test('the popup leads there from any page', async () => {
  const page = await stage.browser.context.newPage();
  const popup = await openPopup(stage.browser, page);
  await tabTo(popup, '.popup-help');
  const [opened] = await Promise.all([
    stage.browser.context.waitForEvent('page'),
    popup.press('Enter'),
  ]);
  await opened.locator('[data-field=questions]').waitFor();
  expect(await opened.locator('h1').innerText()).toBe(say('diagnosis_title'));
});
