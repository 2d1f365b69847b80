import { decodeJwt } from 'jose';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { approve, openApp, pages } from '../../scripts/person.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import {
  allApprovalsClosed,
  askInWindow,
  countEntries,
  letAMinutePass,
  newNonce,
  tellWorker,
  type Answer,
} from './page-api.ts';

let stage: Stage;
let app: Page;
let page: Page;
let window: Page;
let answer: Promise<Answer>;
let nonce: string;

beforeAll(async () => {
  stage = await setStage({ headless: true });
  await chooseSafety(stage.browser, 'zempasúchil');
  await keepFiles(stage.browser, stage.pki.credentials.person);
  app = await openApp(stage.browser, 'historial');
  page = await stage.browser.context.newPage();
  await page.goto(pages.bridge);
});

afterAll(() => stage.close());

beforeEach(async () => {
  await letAMinutePass(stage.browser);
  const { password } = stage.pki.credentials.person;
  await tellWorker(app, 'unlock', { password });
});

async function askForApproval(): Promise<void> {
  nonce = newNonce();
  ({ window, answer } = await askInWindow(stage.browser, page, { nonce }));
}

/** Waits until the button would listen, as a person does. */
async function armed(of: Page): Promise<void> {
  await of.locator('form.approval button.primary[aria-disabled=false]').waitFor();
}

async function pressCancel(): Promise<void> {
  await window.getByRole('button', { name: say('cancel') }).click();
}

test('the window shows the sign of the person and who asks, and would rather say no', async () => {
  await askForApproval();
  expect(await window.locator('.safety-word').innerText()).toContain('zempasúchil');
  expect(await window.locator('.origin').innerText()).toBe(
    'https://serviciosdigitales.imss.gob.mx',
  );
  const focused = () => window.locator('button:focus').innerText();
  await expect.poll(focused, { timeout: 10_000 }).toBe(say('cancel'));
  // The window may be gone before the key is up again.
  await window.keyboard.press('Enter').catch(() => undefined);
  expect(await answer).toMatchObject({ code: 'user_cancelled' });
});

test('clicks that a script makes do nothing', async () => {
  const signed = await countEntries(app, 'authenticate');
  await askForApproval();
  await armed(window);
  await window.evaluate(() => {
    const button = document.querySelector<HTMLButtonElement>('form.approval button.primary');
    button?.click();
    button?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    button?.dispatchEvent(new PointerEvent('click', { bubbles: true, isPrimary: true }));
    button?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    button?.form?.requestSubmit();
    button?.form?.requestSubmit(button);
  });
  // Had one of them been heard, it would be before this one.
  await pressCancel();
  expect(await answer).toMatchObject({ code: 'user_cancelled' });
  expect(await countEntries(app, 'authenticate')).toBe(signed);
});

/** The window comes back to the front, and its clock stands still until it is moved. */
async function comeBack(): Promise<(milliseconds: number) => Promise<void>> {
  await window.evaluate(() => {
    const clock = { now: performance.now() };
    Object.assign(globalThis, { clock });
    performance.now = () => clock.now;
    globalThis.dispatchEvent(new Event('focus'));
  });
  return (milliseconds) => window.evaluate(`void (clock.now += ${milliseconds})`);
}

test('a click does nothing in the 700 ms after the window came up or came back', async () => {
  const signed = await countEntries(app, 'authenticate');
  await askForApproval();
  const button = window.locator('form.approval button.primary');
  const pass = await comeBack();
  await button.click({ force: true });
  await pass(699);
  await button.click({ force: true });
  await pressCancel();
  expect(await answer).toMatchObject({ code: 'user_cancelled' });
  expect(await countEntries(app, 'authenticate')).toBe(signed);
});

test('a click right after them is heard', async () => {
  await askForApproval();
  const pass = await comeBack();
  await pass(700);
  await window.locator('form.approval button.primary').click({ force: true });
  expect(decodeJwt((await answer).token ?? '')).toHaveProperty('nonce', nonce);
});

test('a wrong password loses nothing and may be mended', async () => {
  const { password } = stage.pki.credentials.person;
  await tellWorker(app, 'lock', undefined);
  const failed = await countEntries(app, 'unlock_failed');
  const signed = await countEntries(app, 'authenticate');
  await askForApproval();
  for (const [typed, cause] of [
    ['', 'locked'],
    ['otra contraseña', 'wrong_vault_password'],
    [`${password} `, 'wrong_vault_password'],
  ] as const) {
    await approve(window, typed);
    await window.locator('[data-field=cause]', { hasText: cause }).waitFor();
    await armed(window);
  }
  expect(await countEntries(app, 'authenticate')).toBe(signed);
  await approve(window, password);
  expect(decodeJwt((await answer).token ?? '')).toHaveProperty('nonce', nonce);
  expect(await countEntries(app, 'unlock_failed')).toBe(failed + 2);
  expect(await countEntries(app, 'authenticate')).toBe(signed + 1);
});

/** Counts the RSA signatures that the worker makes from now on. */
async function watchSignatures(): Promise<() => Promise<number>> {
  const worker = await stage.browser.worker();
  await worker.evaluate(() => {
    const { sign } = SubtleCrypto.prototype;
    const made = { signatures: 0 };
    Object.assign(globalThis, { made });
    SubtleCrypto.prototype.sign = function (this: SubtleCrypto, ...args: Parameters<typeof sign>) {
      if (args[1].type === 'private') made.signatures += 1;
      return Reflect.apply(sign, this, args);
    };
  });
  return () => worker.evaluate<number>('made.signatures');
}

test('a double click signs once', async () => {
  const signed = await countEntries(app, 'authenticate');
  const signatures = await watchSignatures();
  await askForApproval();
  await armed(window);
  const { x, y, width, height } = (await window
    .locator('form.approval button.primary')
    .boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await window.mouse
    .dblclick(x + width / 2, y + height / 2)
    .catch((error: Error) => expect(error.message, 'the window is gone').toMatch(/closed/));
  expect(decodeJwt((await answer).token ?? '')).toHaveProperty('nonce', nonce);
  await allApprovalsClosed(stage.browser);
  expect(await signatures()).toBe(1);
  expect(await countEntries(app, 'authenticate')).toBe(signed + 1);
});

test('one request in two windows is signed once', async () => {
  const signed = await countEntries(app, 'authenticate');
  const signatures = await watchSignatures();
  await askForApproval();
  const twin = await stage.browser.context.newPage();
  await twin.goto(window.url());
  const { res } = await tellWorker(app, 'listCredentials', undefined);
  const [{ id: credentialId }] = res as [{ id: string }];
  const id = new URL(window.url()).searchParams.get('request');
  const origin = 'https://serviciosdigitales.imss.gob.mx';
  const approval = { id, origin, credentialId, shareCurp: false };
  const told = await Promise.all(
    [app, twin, app, twin].map((from) => tellWorker(from, 'approveRequest', approval)),
  );
  expect(told.filter(({ err }) => err === undefined)).toHaveLength(1);
  expect(told.filter(({ err }) => err?.code === 'request_gone')).toHaveLength(3);
  expect(decodeJwt((await answer).token ?? '')).toHaveProperty('nonce', nonce);
  expect(await signatures()).toBe(1);
  expect(await countEntries(app, 'authenticate')).toBe(signed + 1);

  await armed(twin);
  await twin.bringToFront();
  await approve(twin);
  await twin.locator('[data-field=cause]', { hasText: 'request_gone' }).waitFor();
  await twin.close();
  await window.close();
});
