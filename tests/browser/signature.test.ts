/** For those without a signature: which one, how, and what to do meanwhile. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { openApp } from '../../scripts/person.ts';
import { chooseSafety } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { screenOf, tabTo, waitForFocus } from './keyboard.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage({ headless: true });
});

afterAll(() => stage.close());

const ways = (app: Page) =>
  app
    .locator('[data-field=way]')
    .evaluateAll((panels) => panels.map((panel) => panel.getAttribute('data-way')));

test('who has just installed it gets there before anything is chosen', async () => {
  const app = await openApp(stage.browser, 'bienvenida');
  await app.locator('main a[href="#/sin-firma"]').click();
  await app.getByText(say('signature_intro')).waitFor();
  await closePage(app);
  await chooseSafety(stage.browser);
});

test('by keyboard, from no e.firma here to what to bring and back to adding it', async () => {
  const app = await openApp(stage.browser, 'certificados');
  const screen = screenOf(app);
  await tabTo(screen, 'main a[href="#/sin-firma"]');
  await screen.press('Enter');
  await waitForFocus(screen, 'h1');
  await tabTo(screen, 'input[value=insured]');
  await screen.press('ArrowDown');
  expect(await app.locator('input[value=portal]').isChecked()).toBe(true);
  await app.getByText(say('signature_kind_efirma_text')).waitFor();
  await tabTo(screen, 'input[value=never]');
  await screen.press('Space');
  await app.getByText(say('signature_way_efirma_nueva_1')).waitFor();
  await app.getByText(say('procedure_have_usb')).waitFor();
  await tabTo(screen, 'main a[href="#/certificados"]');
  await screen.press('Enter');
  await app.getByText(say('certificates_empty')).waitFor();
  await closePage(app);
});

test('a worker is told first what needs no signature', async () => {
  const app = await openApp(stage.browser, 'sin-firma');
  await app.locator('input[value=insured]').check();
  const serves = app.locator('[data-field=serves]');
  expect(await serves.locator('li').first().innerText()).toContain(say('signature_kind_none'));
  expect(await serves.locator('[data-field=others] li').allInnerTexts()).toEqual([
    say('signature_other_curp'),
    say('signature_other_app'),
    say('signature_other_clinic'),
  ]);
  await closePage(app);
});

test('a company is sent another way than a person, and another answer changes the way', async () => {
  const app = await openApp(stage.browser, 'sin-firma');
  await app.locator('input[value=idse]').check();
  await app.locator('input[value=expired-year]').check();
  expect(await ways(app)).toEqual(['renovar-efirma-vencida', 'certificado-idse']);
  await app.locator('input[value=company]').check();
  expect(await ways(app)).toEqual(['efirma-empresa', 'certificado-idse']);
  // What was said of a company does not follow to where nobody asked.
  await app.locator('input[value=portal]').check();
  expect(await ways(app)).toEqual(['renovar-efirma-vencida']);
  await app.locator('input[value=in-force]').check();
  expect(await ways(app)).toEqual([]);
  await app.locator('[data-field=ready]').waitFor();
  await closePage(app);
});

test('who lost only the .cer is not sent to an office', async () => {
  const app = await openApp(stage.browser, 'sin-firma');
  await app.locator('input[value=sat]').check();
  await app.locator('input[value=lost]').check();
  await app.getByText(say('signature_only_cer')).waitFor();
  await closePage(app);
});

test('what nobody needs is said at once, and where it can be read', async () => {
  const app = await openApp(stage.browser, 'sin-firma');
  const rows = app.locator('[data-field=not-needed] > ul > li');
  expect(await rows.count()).toBe(5);
  expect(await rows.getByText(say('signature_source')).count()).toBe(5);
  await closePage(app);
});
