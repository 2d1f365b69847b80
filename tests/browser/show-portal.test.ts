/** «Ir al portal»: the page that the person had, and nobody's work lost. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { openDiagnosis } from '../../scripts/diagnosis-screen.ts';
import { pages } from '../../scripts/person.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { openNamedRepair } from '../../scripts/screens/named-repair.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { pageBeforeThem, press } from './way-back.ts';
import { settled } from './watched.ts';

let stage: Stage;
let app: Page;
let portal: Page;

beforeAll(async () => {
  stage = await setStage({ headless: true });
  await chooseSafety(stage.browser);
  await keepFiles(stage.browser, stage.pki.credentials.person);
});
afterAll(() => stage.close());
beforeEach(async () => {
  const { browser } = stage;
  portal = await browser.context.newPage();
  await portal.goto(pages.fill);
  await settled(browser, portal);
  app = await openDiagnosis(browser, portal);
  await app.getByRole('button', { name: say('diagnosis_show_portal') }).waitFor();
});

const show = async (): Promise<Page> => {
  await press(app, say('diagnosis_show_portal'));
  return await pageBeforeThem(stage.browser);
};

test('a sign-in page in which somebody has begun to write is shown as it is', async () => {
  const field = portal.frameLocator('#formFirmaDigital').locator('#inputRFC');
  await field.fill('PULX9002151KA');
  expect(await show()).toBe(portal);
  expect(await field.inputValue()).toBe('PULX9002151KA');
});

test('a page behind the sign-in page is left alone: another tab is opened', async () => {
  const inside = 'https://buzon.imss.gob.mx/buzonimss/inicio';
  await portal.goto(inside);
  const shown = await show();
  expect(shown).not.toBe(portal);
  expect(shown.url()).toBe(pages.fill);
  expect(portal.url()).toBe(inside);
});

test('where the tab is gone by now another one is opened', async () => {
  await closePage(portal);
  expect((await show()).url()).toBe(pages.fill);
});

test('after a repair whose tab was closed meanwhile another one is opened', async () => {
  await closePage(app);
  app = await openNamedRepair(stage, 'clear-site-cache', portal);
  await app.locator('[data-action=run-repair]').click();
  await closePage(portal);
  await app.locator('[data-field=repair-result][data-result]').waitFor({ timeout: 30_000 });
  expect((await show()).url()).toBe(pages.fill);
});
