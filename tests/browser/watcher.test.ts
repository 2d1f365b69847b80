import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import {
  approve,
  nextApproval,
  pages,
  pressValidate,
  resultOf,
  signInFromPopup,
} from '../../scripts/person.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import type { Credential } from '../pki/index.ts';
import { attemptWhen, badgeBecomes, memoryOf, settled } from './watched.ts';
import { frameAt } from './widget.ts';

let stage: Stage;
let person: Credential;
let page: Page;

beforeAll(async () => {
  stage = await setStage({ headless: true });
  ({ person } = stage.pki.credentials);
  await chooseSafety(stage.browser);
  await keepFiles(stage.browser, person);
});

afterAll(() => stage.close());

beforeEach(async () => {
  page = await stage.browser.context.newPage();
});

afterEach(() => closePage(page));

/** Does by hand what the person does without us. */
async function fillByHand(password: string, rfc = person.rfc): Promise<void> {
  await page.bringToFront();
  const widget = await frameAt(page);
  await widget.locator('#inputRFC').fill(rfc);
  await widget.locator('#inputCertificado').setInputFiles(person.cerPath);
  await widget.locator('#inputKey').setInputFiles(person.keyPath);
  await widget.locator('#inputPassword').fill(password);
  await pressValidate(page);
}

test('files that the widget refuses are a failure, until it takes them', async () => {
  await page.goto(pages.fill);
  await settled(stage.browser, page);
  await badgeBecomes(stage.browser, page, '•');
  await fillByHand('otra contraseña');
  const failed = await attemptWhen(stage.browser, page, ({ widget }) => widget === 'error');
  expect(failed).toMatchObject({
    portal: 'buzon-imss',
    http: 200,
    blank: false,
    texts: [{ text: 'La contraseña de la clave privada no es correcta.' }],
    foreignMessages: 0,
    blocked: 0,
    missingChunks: 0,
    loginLoop: false,
  });
  expect(await badgeBecomes(stage.browser, page, '!')).toBe(say('action_title_failed'));

  await fillByHand(person.password);
  await page.locator('#resultado', { hasText: person.rfc }).waitFor();
  const { texts, widget } = await attemptWhen(stage.browser, page, (seen) => seen.widget === 'ok');
  expect({ texts, widget }).toEqual({ texts: [], widget: 'ok' });
  await badgeBecomes(stage.browser, page, '•');
  expect(await memoryOf(stage.browser)).not.toMatch(/otra contraseña/);
});

test('works that are announced beside the form are no failure; what is said after it was sent is', async () => {
  const notice = 'Sistema en mantenimiento: sábado 29 de noviembre, de 22:00 a 02:00 horas.';
  const announce = async (said: string) =>
    page.evaluate((text) => {
      document.body.insertAdjacentHTML('afterbegin', '<p role=alert></p>');
      document.querySelector('p')!.textContent = text;
    }, said);
  await page.goto(pages.fill);
  await settled(stage.browser, page);
  await announce(notice);
  const seen = await attemptWhen(stage.browser, page, ({ texts }) => texts.length > 0);
  expect(seen).toMatchObject({ form: 'found', texts: [{ text: expect.any(String) as string }] });
  expect(seen.texts[0]).not.toHaveProperty('class');
  await badgeBecomes(stage.browser, page, '•');

  await fillByHand('otra contraseña');
  await attemptWhen(stage.browser, page, ({ widget }) => widget === 'error');
  await announce('Servicio no disponible. Reintente más tarde');
  await attemptWhen(stage.browser, page, ({ texts }) =>
    texts.some((text) => text.class === 'service_unavailable'),
  );
});

test('a new attempt clears the badge', async () => {
  await page.goto(pages.fill);
  await fillByHand(person.password, 'OTRO900101AB1');
  await badgeBecomes(stage.browser, page, '!');
  const before = await attemptWhen(stage.browser, page, ({ widget }) => widget === 'error');
  await page.reload();
  const after = await settled(stage.browser, page);
  expect(after).toMatchObject({ texts: [], blank: false });
  expect(after.widget).toBeUndefined();
  expect(after.at > before.at).toBe(true);
  await badgeBecomes(stage.browser, page, '•');
});

test('a healthy sign-in by filling leaves no failure', async () => {
  await page.goto(pages.fill);
  await frameAt(page);
  const popup = await signInFromPopup(stage.browser, page, person.password);
  await popup.waitFor("document.querySelector('.done')");
  await popup.close();
  await page.bringToFront();
  await pressValidate(page);
  expect(await resultOf(page)).toContain(person.rfc);
  const facts = await attemptWhen(stage.browser, page, ({ widget }) => widget === 'ok');
  expect(facts).toMatchObject({ texts: [], blank: false, foreignMessages: 0, http: 200 });
  await badgeBecomes(stage.browser, page, '•');
  expect(await page.locator('#mensajes').innerText()).toBe('0');
});

test('a healthy sign-in by the page API leaves no failure, a refused one no false one', async () => {
  await page.goto(pages.bridge);
  const facts = await settled(stage.browser, page);
  expect(facts).toMatchObject({ portal: 'replica-entrar', http: 200, texts: [], blank: false });
  const window = await nextApproval(stage.browser, () => page.locator('#entrar').click());
  await approve(window);
  expect(await resultOf(page)).toContain(person.rfc);
  await badgeBecomes(stage.browser, page, '•');

  const again = await nextApproval(stage.browser, () => page.locator('#entrar').click());
  await again.getByRole('button', { name: say('cancel') }).click();
  const said = await attemptWhen(stage.browser, page, ({ texts }) => texts.length > 0);
  expect(said.texts).toEqual([{ text: await resultOf(page) }]);
  await badgeBecomes(stage.browser, page, '•');
  expect(await page.locator('#mensajes').innerText()).toBe('0');
});

test('the page hears nothing of the watcher, and nothing of it is changed', async () => {
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    addEventListener('message', ({ origin }) => heard.push(origin));
  });
  await page.goto(pages.fill);
  await settled(stage.browser, page);
  expect(await page.evaluate('heard')).toEqual([]);
  const [served, now] = await page.evaluate(async () => {
    const text = await (await fetch(location.href)).text();
    const parsed = new DOMParser().parseFromString(text, 'text/html');
    return [parsed, document].map(({ documentElement }) => documentElement.outerHTML);
  });
  expect(now).toBe(served);
});
