/** Pages that differ from the newest that is known, as the person in front of the popup meets them. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { noVariants } from '../../replica/index.ts';
import { closePage } from '../../scripts/close-page.ts';
import { openApp, pages, resultOf } from '../../scripts/person.ts';
import { openPopup, type Popup } from '../../scripts/popup.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { until } from '../../scripts/worker.ts';
import type { Credential } from '../pki/index.ts';
import { countEntries, tabIdOf, tellWorker } from './page-api.ts';
import { approveInPopup, causeInPopup, everythingIsEmpty, popupIsArmed } from './widget.ts';

let stage: Stage;
let person: Credential;
let app: Page;
let page: Page;

beforeAll(async () => {
  stage = await setStage({ headless: true });
  person = stage.pki.credentials.enie;
  await chooseSafety(stage.browser);
  await keepFiles(stage.browser, person);
  app = await openApp(stage.browser, 'ajustes');
});

afterAll(() => stage.close());

beforeEach(async () => {
  Object.assign(stage.replica.variants, noVariants());
  page = await stage.browser.context.newPage();
});

afterEach(() => closePage(page));

const widget = () => page.frameLocator('#formFirmaDigital');
const textOf = (popup: Popup): Promise<string> => popup.evaluate('document.body.innerText');

async function fillFrom(popup: Popup): Promise<void> {
  await popupIsArmed(popup);
  await approveInPopup(popup, person.password);
  await popup.waitFor("document.querySelector('.done, [data-page]')", 20_000);
}

test('that nobody could try a portal yet is said until the person went on with it', async () => {
  for (const [isSaid, goesOn] of [
    [true, false],
    [true, true],
    [false, false],
  ]) {
    await page.goto(pages.fill);
    const popup = await openPopup(stage.browser, page);
    await popupIsArmed(popup);
    expect((await textOf(popup)).includes(say('portal_unverified'))).toBe(isSaid);
    if (goesOn) await fillFrom(popup);
    await popup.close();
  }
});

test('a form that comes five seconds late is waited for', async () => {
  stage.replica.variants.lateForm = 5_000;
  await page.goto(pages.fill);
  const popup = await openPopup(stage.browser, page);
  await popup.waitFor("document.querySelector('form.approval')");
  await until('The popup says what it waits for', async () =>
    (await textOf(popup)).includes(say('fill_waiting')) ? true : undefined,
  );
  expect(await textOf(popup)).toContain(person.rfc);
  await fillFrom(popup);
  expect(await textOf(popup)).toContain(say('sign_in_done_fill'));
  expect(await widget().locator('#inputPassword').inputValue()).toBe(person.password);
  await popup.close();
});

test('a form with the older ids is filled too', async () => {
  stage.replica.variants.olderIds = true;
  await page.goto(pages.fill);
  const popup = await openPopup(stage.browser, page);
  await fillFrom(popup);
  await popup.close();
  await page.bringToFront();
  await widget().locator('#inputFirma:enabled').click();
  expect(await resultOf(page)).toContain(person.rfc);
});

test('a form with ids of two generations, and the third button, is filled too', async () => {
  await page.goto(pages.fill);
  await widget().locator('#inputPassword').waitFor();
  const frame = page.frames().find((other) => other !== page.mainFrame());
  await frame?.evaluate(
    "inputKey.id = 'localPrivateKey'; botonValidarCert.id = 'btnFirmaNoApplet';",
  );
  const popup = await openPopup(stage.browser, page);
  await fillFrom(popup);
  expect(await textOf(popup)).toContain(say('sign_in_done_fill'));
  await popup.close();
  expect(await widget().locator('#inputPassword').inputValue()).toBe(person.password);
});

test('a second field for a password: the popup says so, and has no button', async () => {
  stage.replica.variants.secondPassword = true;
  await page.goto(pages.fill);
  const popup = await openPopup(stage.browser, page);
  expect(await causeInPopup(popup)).toBe('form_changed');
  expect(await popup.evaluate("document.querySelector('button.primary')")).toBe(null);
  expect(await popup.evaluate("document.querySelector('[data-field=own-hands]').href")).toMatch(
    /#\/llenarlo-yo\?portal=buzon-imss$/,
  );
  await popup.close();
  expect(await everythingIsEmpty(page)).toBe(true);
});

test('a page that only takes what a person puts in: its words, and the way by hand', async () => {
  stage.replica.variants.checksTrusted = true;
  await page.goto(pages.fill);
  const popup = await openPopup(stage.browser, page);
  await fillFrom(popup);
  expect(await popup.evaluate("document.querySelector('[data-page]').dataset.page")).toBe(
    'refused',
  );
  expect(await popup.evaluate("document.querySelector('[data-field=portal-says]').innerText")).toBe(
    'Esta página sólo acepta lo que eliges tú.',
  );
  expect(await popup.evaluate("document.querySelector('[data-field=own-hands]') !== null")).toBe(
    true,
  );
  await popup.close();
});

test('a page that does not react: said, and nothing is sent', async () => {
  await page.goto(pages.fill);
  await widget().locator('#inputPassword').waitFor();
  const frame = page.frames().find((other) => other !== page.mainFrame());
  await frame?.evaluate(
    "document.addEventListener('change', (event) => event.stopImmediatePropagation(), true)",
  );
  const popup = await openPopup(stage.browser, page);
  await fillFrom(popup);
  expect(await popup.evaluate("document.querySelector('[data-page]').dataset.page")).toBe('silent');
  await popup.close();
});

test('where the person switched it on, the form is sent, and the history says so', async () => {
  await page.goto(pages.fill);
  const sent = await countEntries(app, 'fill_sent');
  await app.bringToFront();
  await app.locator('[data-field=submits] [data-portal=buzon-imss] button').click();
  await app.locator('[data-field=submits] [data-portal=buzon-imss] [aria-checked=true]').waitFor();
  // At that portal, and at no other.
  const idse = await stage.browser.context.newPage();
  await idse.goto('https://idse.imss.gob.mx/imss/');
  await idse.locator('#password').waitFor();
  for (const [at, submits] of [
    [page, true],
    [idse, false],
  ] as const) {
    const { res } = await tellWorker(app, 'planFill', { tabId: await tabIdOf(stage.browser, at) });
    expect(res).toMatchObject({ submits });
  }
  await idse.close();
  await page.bringToFront();
  const popup = await openPopup(stage.browser, page);
  await popupIsArmed(popup);
  expect(await textOf(popup)).toContain(say('fill_submits'));
  await approveInPopup(popup, person.password);
  await popup.waitFor("document.querySelector('.done')", 20_000);
  expect(await textOf(popup)).toContain(say('fill_done_sent'));
  await popup.close();
  expect(await resultOf(page)).toContain(person.rfc);
  expect(await countEntries(app, 'fill_sent')).toBe(sent + 1);
  const { res } = await tellWorker(app, 'readAudit', undefined);
  expect(res).toMatchObject({ integrity: 'intact' });
});
