/** Nobody knows yet: the one question that is asked, answered by keyboard, and what follows from it. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { noFaults } from '../../replica/index.ts';
import { closePage } from '../../scripts/close-page.ts';
import { openDiagnosis, seeFailureMark } from '../../scripts/diagnosis-screen.ts';
import { pressValidate, readDiagnosis } from '../../scripts/person.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { screenOf, tabTo, waitForFocus } from './keyboard.ts';

let stage: Stage;
let screen: Page;

beforeAll(async () => {
  stage = await setStage({ headless: true });
  await chooseSafety(stage.browser);
  await keepFiles(stage.browser, stage.pki.credentials.person);
});
afterAll(() => stage.close());

/** Escritorio Virtual turns the person away without saying why. */
beforeEach(async () => {
  Object.assign(stage.replica.faults, noFaults(), { refusal: 'imss_credentials' });
  const { context } = stage.browser;
  const { rfc, cerPath, keyPath, password } = stage.pki.credentials.person;
  const page = await context.newPage();
  for (const other of context.pages()) if (other !== page) await closePage(other);
  await page.goto('https://serviciosdigitales.imss.gob.mx/portal-web/portal');
  await page.locator('#enviarForm').click();
  const widget = page.frameLocator('#formFirmaDigital');
  await widget.locator('#inputRFC').waitFor();
  await page.frame('formFirmaDigital')?.waitForLoadState('load');
  await widget.locator('#inputRFC').fill(rfc);
  await widget.locator('#inputCertificado').setInputFiles(cerPath);
  await widget.locator('#inputKey').setInputFiles(keyPath);
  await widget.locator('#inputPassword').fill(password);
  await pressValidate(page);
  await seeFailureMark(stage.browser, page);
  screen = await openDiagnosis(stage.browser, page);
  await readDiagnosis(screen);
});

const question = () => screen.locator('[data-field=one-question]');

async function answerByKeyboard(answer: string): Promise<void> {
  const keys = screenOf(screen);
  await tabTo(keys, `[data-answer=${answer}]`);
  await keys.press('Enter');
  await waitForFocus(keys, '.verdict h2');
}

test('what only the person knows is asked, and the answer names the cause', async () => {
  expect((await readDiagnosis(screen)).certainty).toBe('unknown');
  await screen.getByText(say('one_question_entered')).waitFor();
  await answerByKeyboard('with_older');
  const { cause, certainty } = await readDiagnosis(screen);
  expect(cause).toBe('acc.efirma_not_updated');
  expect(['is', 'likely']).toContain(certainty);
  await screen.getByText(say('evidence_signal_entered_with_older')).waitFor();
});

test('whoever does not know is asked one other thing at most', async () => {
  const first = await question().getByRole('heading').innerText();
  await answerByKeyboard('unsure');
  await readDiagnosis(screen);
  if ((await question().count()) > 0) {
    expect(await question().getByRole('heading').innerText()).not.toBe(first);
    await answerByKeyboard('unsure');
    await readDiagnosis(screen);
  }
  expect(await question().count()).toBe(0);
});

test('the answer stays when the person asks again', async () => {
  await answerByKeyboard('with_older');
  await readDiagnosis(screen);
  await screen.getByRole('button', { name: say('diagnosis_retry') }).click();
  expect((await readDiagnosis(screen)).cause).toBe('acc.efirma_not_updated');
});
