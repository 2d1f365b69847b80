/** What a person does with what is kept, on the visible screens. */
import type { Page } from 'playwright-core';
import type { Launched } from '../../scripts/chromium.ts';
import { closePage } from '../../scripts/close-page.ts';
import {
  approve,
  bring,
  nextApproval,
  openApp,
  pages,
  pressValidate,
  resultOf,
  signInFromPopup,
  type Files,
} from '../../scripts/person.ts';
import { openPopup } from '../../scripts/popup.ts';
import { say } from '../../scripts/say.ts';
import { until } from '../../scripts/worker.ts';

/** Takes every kept e.firma away, if there is one. */
export async function removeAll(browser: Launched, password: string): Promise<void> {
  const app = await openApp(browser, 'certificados');
  await app.locator('[data-field=credentials], main > .lead').first().waitFor();
  const cards = app.locator('[data-field=credentials] > li');
  for (let left = await cards.count(); left > 0; left--) {
    await removeFirst(app, password);
    await cards.nth(left - 1).waitFor({ state: 'detached' });
  }
  await app.close();
}

/** Presses «Quitar» on the first card and confirms with a password. */
export async function removeFirst(app: Page, password: string): Promise<void> {
  await app
    .getByRole('button', { name: say('certificates_remove_which', '') })
    .first()
    .click();
  const dialog = app.locator('dialog[open]');
  await dialog.getByLabel(say('password_vault'), { exact: true }).fill(password);
  await dialog.getByRole('button', { name: say('remove_confirm'), exact: true }).click();
}

/** Keeps one more e.firma beside those that are there, with the password of the vault. */
export async function keepAnother(
  browser: Launched,
  { cerPath, keyPath, password }: Files,
  vaultPassword: string,
): Promise<void> {
  const app = await openApp(browser, 'certificados');
  await bring(app, [cerPath, keyPath], password, 'save');
  await app.getByLabel(say('password_vault'), { exact: true }).fill(vaultPassword);
  await app.locator('[data-action=save]').click();
  await app.locator('[data-outcome=saved]').waitFor();
  await app.close();
}

/** «Bloquear ahora» in the settings. */
export async function lockInApp(browser: Launched): Promise<void> {
  const app = await openApp(browser, 'ajustes');
  await app.getByRole('button', { name: say('lock_now') }).click();
  await app.getByText(say('settings_locked_text')).waitFor();
  await app.close();
}

/** A page that is no portal, with the real popup over it. */
async function popupElsewhere(browser: Launched) {
  const page = await browser.context.newPage();
  const popup = await openPopup(browser, page);
  const close = async () => {
    await popup.close();
    await closePage(page);
  };
  return { popup, close };
}

const lockState = "document.querySelector('[data-field=lock-state]')?.innerText";

/** What the popup says: open or locked. */
export async function lockStateInPopup(browser: Launched): Promise<'open' | 'locked'> {
  const { popup, close } = await popupElsewhere(browser);
  const words = await popup.waitFor<string>(lockState);
  await close();
  return words === say('state_unlocked') ? 'open' : 'locked';
}

/** Locks with the button of the popup. */
export async function lockInPopup(browser: Launched): Promise<void> {
  const { popup, close } = await popupElsewhere(browser);
  await popup.click('.lock-state button');
  await popup.waitFor(`${lockState} === ${JSON.stringify(say('state_locked'))}`);
  await close();
}

/** Types a password in the popup; says whether it opened, or the id of the failure. */
export async function unlockInPopup(browser: Launched, password: string): Promise<string> {
  const { popup, close } = await popupElsewhere(browser);
  await until('The form to unlock is open', async () => {
    if (await popup.evaluate("document.querySelector('details.unlock')?.open")) return true;
    // What is above it may still grow, and the click lands elsewhere.
    await popup.click('details.unlock summary');
    return undefined;
  });
  await popup.click('details.unlock input[type=password]');
  await popup.type(password);
  await popup.click('details.unlock button[type=submit]');
  const isOpen = `${lockState} === ${JSON.stringify(say('state_unlocked'))} && 'open'`;
  const failure = "document.querySelector('.unlock [data-field=cause]')?.innerText";
  const result = await popup.waitFor<string>(`${isOpen} || ${failure}`);
  await close();
  return result;
}

/** Fills the form of the settings that changes the vault's password. */
export async function typeNewPassword(app: Page, current: string, next: string): Promise<void> {
  const field = (key: 'current' | 'next' | 'again') =>
    app.getByLabel(say(`settings_password_${key}`), { exact: true });
  await field('current').fill(current);
  await field('next').fill(next);
  await field('again').fill(next);
}

/** Changes the vault's password; says `changed`, or the id of the failure. */
export async function changePassword(
  browser: Launched,
  current: string,
  next: string,
): Promise<string> {
  const app = await openApp(browser, 'ajustes');
  await typeNewPassword(app, current, next);
  await app.getByRole('button', { name: say('settings_password_change') }).click();
  const done = app.getByText(say('settings_password_changed'));
  const failure = app.locator('.failure [data-field=cause]');
  await done.or(failure).waitFor();
  const result = (await done.count()) > 0 ? 'changed' : await failure.innerText();
  await app.close();
  return result;
}

/** Presses the button of the page that asks through the page API, up to the approval window. */
export async function askByBridge(browser: Launched): Promise<{ page: Page; window: Page }> {
  const page = await browser.context.newPage();
  await page.goto(pages.bridge);
  // Nobody but a test opens so many windows a minute.
  const worker = await browser.worker();
  await worker.evaluate(() => chrome.storage.session.remove('openedAt'));
  const window = await nextApproval(browser, () => page.click('#entrar'));
  return { page, window };
}

/** Signs in by the page API; gives what the page says. */
export async function signInByBridge(
  browser: Launched,
  { password, rfc }: { password?: string; rfc?: string } = {},
): Promise<string> {
  // Nobody else enters while the session before is open.
  await browser.context.clearCookies();
  const { page, window } = await askByBridge(browser);
  if (rfc !== undefined) await chooseInApproval(window, { hasText: rfc });
  await approve(window, password);
  const result = await resultOf(page);
  await closePage(page);
  return result;
}

/** Chooses among several e.firmas by what the list says of it, or by its record. */
export async function chooseInApproval(
  window: Page,
  which: { hasText: string } | { id: string },
): Promise<void> {
  const choice = window.getByLabel(say('choose_credential'));
  const id =
    'id' in which
      ? which.id
      : await choice.locator('option').filter(which).first().getAttribute('value');
  await choice.selectOption(id);
}

/** Fills the portal's own form from the popup and sends it; gives what the page says. */
export async function signInByFill(
  browser: Launched,
  { password }: { password?: string } = {},
): Promise<string> {
  const page = await browser.context.newPage();
  await page.goto(pages.fill);
  await page.frameLocator('#formFirmaDigital').locator('#inputRFC').waitFor();
  const popup = await signInFromPopup(browser, page, password);
  await popup.waitFor("document.querySelector('.done')");
  await popup.close();
  await pressValidate(page);
  const result = await resultOf(page);
  await closePage(page);
  return result;
}

export interface History {
  /** The oldest first. */
  actions: string[];
  integrity: string;
  words: string;
}

/** What the history shows. */
export async function history(browser: Launched): Promise<History> {
  const app = await openApp(browser, 'historial');
  const judged = app.locator('[data-field=integrity]');
  await judged.waitFor();
  const actions = await app
    .locator('[data-field=audit-entry]')
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['action'] ?? ''));
  const integrity = (await judged.getAttribute('data-integrity')) ?? '';
  const words = await judged.innerText();
  await app.close();
  return { actions: actions.toReversed(), integrity, words };
}
