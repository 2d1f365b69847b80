/** «Cambiar de cliente», by hand: whose session it is, what is lost, and then the next one. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillFromPopup, openApp, pages, pressValidate, resultOf } from '../../scripts/person.ts';
import { openPopup, type Popup } from '../../scripts/popup.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import type { Credential } from '../pki/index.ts';
import { hasFocus, tabTo, waitForFocus } from './keyboard.ts';
import { filesOf, tell } from './tell.ts';
import { emptyFields, fieldsOf, frameAt } from './widget.ts';

const vaultPassword = 'una contraseña para todas';
const inside = new URL('/buzonimss/inicio', pages.fill).href;

let stage: Stage;
let first: Credential;
let second: Credential;
let app: Page;
let page: Page;

beforeAll(async () => {
  stage = await setStage({ headless: true });
  [first, second] = [stage.pki.credentials.person, stage.pki.credentials.enie];
  await chooseSafety(stage.browser);
  await keepFiles(stage.browser, first);
  app = await openApp(stage.browser, 'ajustes');
  page = await stage.browser.context.newPage();
});
afterAll(() => stage.close());

const line = "document.querySelector('[data-field=active-client]')?.innerText";
const chosenCard = "document.querySelector('form.approval [data-field=rfc]')?.innerText";

async function enterAsFirst(password: string): Promise<void> {
  const popup = await fillFromPopup(stage.browser, page, password);
  await popup.close();
  await pressValidate(page);
  expect(await resultOf(page)).toContain(first.rfc);
}

/** The approval of the next one is there; it is given, and the portal lets them in. */
async function approveAs({ rfc }: Credential, popup: Popup): Promise<void> {
  await popup.waitFor(`${chosenCard} === ${JSON.stringify(rfc)}`);
  await popup.waitFor("document.querySelector('form.approval input[type=password]')");
  await popup.click('form.approval input[type=password]');
  await popup.type(vaultPassword);
  await popup.click('form.approval button.primary[aria-disabled=false]');
  await popup.waitFor("document.querySelector('.done')");
  await popup.waitFor(`${line}?.includes(${JSON.stringify(rfc)})`);
  await pressValidate(page);
  expect(await resultOf(page)).toContain(rfc);
}

test('with one e.firma there is a line, and nothing to change to', async () => {
  await page.goto(pages.fill);
  await frameAt(page);
  const before = await openPopup(stage.browser, page);
  await before.waitFor("document.querySelector('button.primary[aria-disabled=false]')");
  expect(await before.evaluate(`${line} ?? ''`)).toBe('');
  await before.close();

  await enterAsFirst(first.password);
  await page.goto(inside);
  const popup = await openPopup(stage.browser, page);
  const words = await popup.waitFor<string>(line);
  expect(words.trim()).toBe(`${say('clients_you_are')} XIMENA PRUEBA LISTA (${first.rfc})`);
  expect(await popup.evaluate("document.querySelector('[data-action=change-client]')")).toBeNull();
  await popup.close();
});

test('the next client is picked, reads what is lost, and enters', async () => {
  await tell(app, 'changeVaultPassword', { current: first.password, next: vaultPassword });
  await tell(app, 'importFiles', { ...filesOf(second), vaultPassword, keepFill: true });
  await page.goto(inside);
  const popup = await openPopup(stage.browser, page);
  await popup.click('[data-action=change-client]');
  await popup.waitFor("document.querySelector('[data-field=leave-client]')");
  await popup.waitFor("document.querySelectorAll('.clients input').length === 1");
  expect(await popup.evaluate("document.querySelector('input[type=search]')")).toBeNull();
  const words = await popup.evaluate<string, []>("document.querySelector('form').innerText");
  expect(words).toContain(say('clients_loses_session', 'buzon.imss.gob.mx'));
  expect(words).toContain(say('clients_loses_pages'));
  expect(words).toContain(say('clients_undo'));
  expect(await page.locator('body').innerText()).toContain(first.rfc);

  await popup.click('.actions button:not(.primary)');
  await popup.waitFor("!document.querySelector('[data-field=leave-client]')");
  expect(await tell(app, 'listChanges')).toEqual([]);

  await popup.click('[data-action=change-client]');
  await popup.click('[data-field=leave-client] button.primary[aria-disabled=false]');
  await popup.waitFor("document.querySelector('.client-left')");
  expect(page.url()).toBe(pages.fill);
  expect((await tell(app, 'listChanges')).map(({ repair }) => repair)).toEqual([
    'clear-session-cookies',
  ]);
  await approveAs(second, popup);
  await popup.close();
});

test('signing in over an open session says so first, and nothing is put in', async () => {
  await stage.browser.context.clearCookies();
  await page.goto(pages.fill);
  const entering = await openPopup(stage.browser, page);
  await entering.waitFor("document.querySelectorAll('form.approval option').length === 2");
  await choose(entering, first);
  await approveAs(first, entering);
  await entering.close();

  await page.goto(pages.fill);
  const widget = await frameAt(page);
  const popup = await openPopup(stage.browser, page);
  await popup.waitFor("document.querySelectorAll('form.approval option').length === 2");
  await popup.waitFor("document.querySelector('form.approval input[type=password]')");
  await choose(popup, second);
  const warning = await popup.waitFor<string>(
    "document.querySelector('[data-field=other-client]')?.innerText",
  );
  expect(warning).toBe(say('clients_still_open', 'XIMENA PRUEBA LISTA', first.rfc));
  expect(await popup.evaluate("document.querySelector('input[type=password]')")).toBeNull();
  expect(await fieldsOf(widget)).toEqual(emptyFields);

  await choose(popup, first);
  await popup.waitFor("document.querySelector('form.approval input[type=password]')");
  await choose(popup, second);
  await popup.click('[data-field=leave-client] button.primary[aria-disabled=false]');
  await popup.waitFor("document.querySelector('.client-left')");
  await approveAs(second, popup);
  await popup.close();
});

/** As a person does it in the list of the approval. */
async function choose(popup: Popup, { rfc }: Credential): Promise<void> {
  await popup.evaluate((wanted) => {
    const list = document.querySelector<HTMLSelectElement>('form.approval select');
    const option = [...(list?.options ?? [])].find(({ text }) => text.startsWith(wanted));
    if (!list || !option) throw new Error(`${wanted} is not offered`);
    list.value = option.value;
    list.dispatchEvent(new Event('change', { bubbles: true }));
  }, rfc);
}

test('among many the next one is found by typing, with a keyboard alone', async () => {
  const { personAes, company, ampersand, longName, expired, notYetValid } = stage.pki.credentials;
  for (const each of [personAes, company, ampersand, longName, expired, notYetValid]) {
    await tell(app, 'importFiles', { ...filesOf(each), vaultPassword, keepFill: true });
  }
  await page.goto(inside);
  const popup = await openPopup(stage.browser, page);
  await popup.waitFor("document.querySelector('[data-action=change-client]')");
  await tabTo(popup, '[data-action=change-client]');
  await popup.press('Enter');
  await waitForFocus(popup, 'h1');
  await popup.waitFor("document.querySelector('input[type=search]')");
  await tabTo(popup, '.actions button:not(.primary)');
  await popup.press('Enter');
  await waitForFocus(popup, '[data-action=change-client]');

  await popup.press('Enter');
  await waitForFocus(popup, 'h1');
  await popup.waitFor("document.querySelector('.clients input')");
  await popup.waitFor("document.querySelector('button.primary[aria-disabled=false]')");
  await tabTo(popup, 'input[type=search]');
  await popup.press('Enter');
  await waitForFocus(popup, '.failure-text');
  expect(await tell(app, 'activeClient', { tabId: await tabId() })).toMatchObject({
    rfc: second.rfc,
  });

  await tabTo(popup, 'input[type=search]', 'Shift+Tab');
  await popup.type('prueba');
  await popup.waitFor("document.querySelectorAll('.clients input').length === 4");
  await tabTo(popup, '.clients input');
  await popup.press('ArrowDown');
  expect(await hasFocus(popup, '.clients input:checked')).toBe(true);
  await tabTo(popup, 'input[type=search]', 'Shift+Tab');
  await popup.type(' lista xim');
  await popup.waitFor("document.querySelectorAll('.clients input:checked').length === 1");
  await popup.press('Enter');
  await waitForFocus(popup, '.client-left');
  await popup.waitFor("document.querySelector('form.approval input[type=password]')");
  await tabTo(popup, 'input[type=password]');
  await popup.type(vaultPassword);
  await popup.waitFor("document.querySelector('button.primary[aria-disabled=false]')");
  await popup.press('Enter');
  await waitForFocus(popup, '.done h2');
  await popup.close();
  await pressValidate(page);
  expect(await resultOf(page)).toContain(first.rfc);
});

async function tabId(): Promise<number> {
  return await app.evaluate(async (url) => {
    const [tab] = await chrome.tabs.query({ url: `${url}/*` });
    return tab?.id ?? -1;
  }, new URL(page.url()).origin);
}
