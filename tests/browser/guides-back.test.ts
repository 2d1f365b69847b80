/** «Ya lo hice: ir al portal»: what a guide has the person do in the portal's page is not lost by it. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { seeFailureMark } from '../../scripts/diagnosis-screen.ts';
import { fillFromPopup, pages, pressValidate } from '../../scripts/person.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { openNamedRepair } from '../../scripts/screens/named-repair.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import type { RepairId } from '../../src/diagnosis/index.ts';
import { pageBeforeThem, press } from './way-back.ts';

const typed = 'PULX9002151KA';

let stage: Stage;
let portal: Page;

beforeAll(async () => {
  stage = await setStage({ headless: true });
  await chooseSafety(stage.browser);
  await keepFiles(stage.browser, stage.pki.credentials.person);
  stage.replica.faults.refusal = 'widget_trio';
});
afterAll(() => stage.close());
beforeEach(async () => {
  portal = await stage.browser.context.newPage();
  const { password } = stage.pki.credentials.person;
  const popup = await fillFromPopup(stage.browser, portal, password);
  await popup.close();
  await pressValidate(portal);
  await seeFailureMark(stage.browser, portal);
});
afterEach(() => closePage(portal));

const field = () => portal.frameLocator('#formFirmaDigital').locator('#inputRFC');

async function goBackFrom(repair: RepairId): Promise<string> {
  await field().fill(typed);
  const app = await openNamedRepair(stage, repair, portal);
  await press(app, say('guide_done_portal'));
  expect(await pageBeforeThem(stage.browser)).toBe(portal);
  expect(portal.url()).toBe(pages.fill);
  await closePage(app);
  await field().waitFor();
  return await field().inputValue();
}

test.each<RepairId>([
  'answer-captcha',
  'place-files',
  'match-details',
  'type-password',
  'allow-downloads',
])('%s is done in the page: it is shown as it is', async (repair) => {
  expect(await goBackFrom(repair)).toBe(typed);
});

test('what is mended elsewhere needs the page anew', async () => {
  expect(await goBackFrom('set-clock')).toBe('');
});
