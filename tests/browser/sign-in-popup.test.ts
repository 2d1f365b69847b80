import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { openApp, pages, resultOf, signInFromPopup } from '../../scripts/person.ts';
import { openPopup } from '../../scripts/popup.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { approvals, askInWindow, inOurWorld, newNonce, tellWorker } from './page-api.ts';
import { countAudited } from './tell.ts';
import { approveInPopup, causeInPopup, popupIsArmed } from './widget.ts';

let stage: Stage;
let page: Page;
let windows: string[] = [];

beforeAll(async () => {
  stage = await setStage({ headless: true });
  await chooseSafety(stage.browser);
  await keepFiles(stage.browser, stage.pki.credentials.person);
  stage.browser.context.on('page', (opened) => windows.push(opened.url()));
});

afterAll(() => stage.close());

beforeEach(async () => {
  page = await stage.browser.context.newPage();
  await page.goto(pages.bridge);
  windows = [];
  return () => closePage(page);
});

test('the popup is the approval: no window follows', async () => {
  const signed = await countAudited(stage.browser, 'authenticate');
  windows = [];
  const popup = await signInFromPopup(stage.browser, page);
  const { rfc, legalName } = stage.pki.credentials.person;
  expect(await resultOf(page)).toBe(`Entraste como ${rfc} ${legalName}`);
  await popup.waitFor("document.querySelector('.done')");
  await popup.close();
  expect(windows).toEqual([]);
  expect(await countAudited(stage.browser, 'authenticate')).toBe(signed + 1);
});

test('a wrong password is said there, and may be mended there', async () => {
  const app = await openApp(stage.browser, 'ajustes');
  await tellWorker(app, 'lock', undefined);
  await app.close();
  const popup = await signInFromPopup(stage.browser, page, 'otra contraseña');
  expect(await causeInPopup(popup)).toBe('wrong_vault_password');
  await approveInPopup(popup, stage.pki.credentials.person.password);
  expect(await resultOf(page)).toMatch(/^Entraste/);
  await popup.close();
});

test('clicks that a script makes in it do nothing', async () => {
  await page.evaluate(`window.asked = 0;
    window.addEventListener('firma-lista:sign-in', () => { window.asked += 1; });`);
  const popup = await openPopup(stage.browser, page);
  await popupIsArmed(popup);
  await popup.evaluate(() => {
    const button = document.querySelector<HTMLButtonElement>('form.approval button.primary');
    button?.click();
    button?.form?.requestSubmit(button);
  });
  await popup.click('form.approval button.primary[aria-disabled=false]');
  expect(await resultOf(page)).toMatch(/^Entraste/);
  await popup.close();
  expect(await page.evaluate('asked'), 'by the one real click').toBe(1);
});

test('who said no in a window may still start from the popup', async () => {
  const { window, answer } = await askInWindow(stage.browser, page, { nonce: newNonce() });
  await window.getByRole('button', { name: say('cancel') }).click();
  expect(await answer).toMatchObject({ code: 'user_cancelled' });
  await page.reload();
  const popup = await signInFromPopup(stage.browser, page);
  expect(await resultOf(page)).toMatch(/^Entraste/);
  await popup.close();
});

test('a page that does not ask when it is told: the popup says which way is left', async () => {
  await page.route(pages.bridge, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>Acceso' }),
  );
  await page.reload();
  const popup = await signInFromPopup(stage.browser, page);
  expect(await causeInPopup(popup)).toBe('page_did_not_ask');
  expect(await popup.evaluate('document.body.innerText')).toContain(say('error_page_did_not_ask'));
  await popup.close();
});

test('a request shown in the popup ends with it, whoever else pretends to be one', async () => {
  await page.route(pages.bridge, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><p>Acceso<script>
        window.addEventListener('firma-lista:sign-in', () => {
          window.answer = firmaLista.authenticate({ nonce: '${newNonce()}', curp: true })
            .then(() => 'signed', ({ code }) => code);
        });
      </script>`,
    }),
  );
  await page.reload();
  await inOurWorld(
    stage.browser,
    page,
    "void (globalThis.port = chrome.runtime.connect({ name: 'popup' }))",
  );
  const signed = await countAudited(stage.browser, 'authenticate');
  const popup = await signInFromPopup(stage.browser, page);
  await popup.waitFor("document.querySelector('form.approval input[type=checkbox]')");
  expect(await popup.evaluate('document.body.innerText')).toContain(
    stage.pki.credentials.person.curp,
  );
  expect(approvals(stage.browser)).toEqual([]);
  await popup.close();
  expect(await page.evaluate('answer')).toBe('user_cancelled');
  expect(await countAudited(stage.browser, 'authenticate')).toBe(signed);
});
