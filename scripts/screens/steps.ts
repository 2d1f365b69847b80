/** Small things that many scenes begin with. */
import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { bring, nextApproval, openApp, pages, type Files } from '../person.ts';
import { openPopup, type Popup } from '../popup.ts';
import { say } from '../say.ts';
import type { Stage } from '../stage.ts';
import { windowSize } from './sizes.ts';

/** First run, always with the same picture and word, so that the pictures stay alike. */
export async function chooseSafety({ browser }: Stage): Promise<void> {
  const app = await openApp(browser, 'bienvenida');
  await app.getByLabel(say('picture_cactus')).check();
  await app.getByLabel(say('word_label')).fill('jacaranda');
  await app.getByRole('button', { name: say('welcome_save') }).click();
  await app.waitForURL(/#\/certificados$/);
  await app.close();
}

/** Keeps one more e.firma, or the same again; `vaultPassword` is typed if it is asked for. */
export async function keepAlso(
  { browser }: Stage,
  { cerPath, keyPath, password }: Files,
  { vaultPassword, forForms = true }: { vaultPassword?: string; forForms?: boolean } = {},
): Promise<void> {
  const app = await openApp(browser, 'certificados');
  await app.locator('[name=keepFill]').setChecked(forForms);
  let { kind } = await bring(app, [cerPath, keyPath], password, 'save');
  if (kind === 'failed' && vaultPassword !== undefined) {
    await app.getByLabel(say('password_vault'), { exact: true }).fill(vaultPassword);
    await app.locator('[data-action=save]').click();
    await app.locator('[data-outcome]').waitFor();
    kind = (await app.locator('[data-outcome]').getAttribute('data-outcome')) ?? '';
  }
  if (kind !== 'saved' && kind !== 'updated') throw new Error(`${cerPath} was not kept: ${kind}`);
  await app.close();
}

/** The tab where portals are visited; the same for every scene. */
export async function visit({ browser: { context } }: Stage, url: string): Promise<Page> {
  const isOurs = (page: Page) => page.url().startsWith('chrome-extension:');
  const page = context.pages().find((other) => !isOurs(other)) ?? (await context.newPage());
  await page.goto(url);
  if (url === pages.fill) {
    await page.frameLocator('#formFirmaDigital').locator('#inputRFC').waitFor();
  }
  return page;
}

/** The popup over a page, once its armed button or its last line is there. */
export async function popupOver(stage: Stage, url = 'about:blank'): Promise<Popup> {
  const popup = await openPopup(stage.browser, await visit(stage, url));
  await popup.waitFor("document.querySelector('.popup-footer')");
  if (url !== 'about:blank') {
    await popup.waitFor("document.querySelector('button.primary[aria-disabled=false]')");
  }
  return popup;
}

export async function lock({ browser }: Stage): Promise<void> {
  const app = await openApp(browser, 'ajustes');
  const button = app.getByRole('button', { name: say('lock_now') });
  if ((await button.count()) > 0) await button.click();
  await app.getByText(say('settings_locked_text')).waitFor();
  await app.close();
}

export async function unlock(stage: Stage, password: string): Promise<void> {
  const popup = await popupOver(stage);
  if (await popup.evaluate("document.querySelector('.unlock') !== null")) {
    await popup.click('.unlock summary');
    await popup.click('.unlock input');
    await popup.type(password);
    await popup.click('.unlock button.primary');
    await popup.waitFor("!document.querySelector('.unlock')");
  }
  await popup.close();
}

/** The approval window of what a page asks for. */
export async function asked(
  stage: Stage,
  request: { rfc?: string; curp?: true } = {},
): Promise<Page> {
  const page = await visit(stage, pages.bridge);
  // Only three windows a minute may open; here, each is the first.
  const worker = await stage.browser.worker();
  await worker.evaluate(() => chrome.storage.session.remove('openedAt'));
  const nonce = randomBytes(32).toString('base64url');
  const call = `void firmaLista.authenticate(${JSON.stringify({ nonce, ...request })}).catch(() => 0)`;
  const window = await nextApproval(stage.browser, () => page.evaluate(call));
  await window.setViewportSize(windowSize);
  await window.locator('button.primary[aria-disabled=false]').waitFor();
  return window;
}

/** Tries to approve with a password that is wrong, or right, as typed. */
export async function typeAndApprove(window: Page, password: string): Promise<void> {
  await window.getByLabel(say('password_vault'), { exact: true }).fill(password);
  await window.locator('button.primary[aria-disabled=false]').click();
}
