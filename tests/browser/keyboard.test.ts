/** The whole way by keyboard alone: the mouse of these tests has no battery. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nextApproval, pages, resultOf } from '../../scripts/person.ts';
import { openPopup, type Popup } from '../../scripts/popup.ts';
import { windowSize } from '../../scripts/screens/sizes.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { until } from '../../scripts/worker.ts';
import { assertFocusIsSeen, hasFocus, screenOf, tabTo, waitForFocus } from './keyboard.ts';

let stage: Stage;
let app: Page;
let portal: Page;
const person = () => stage.pki.credentials.person;

beforeAll(async () => {
  stage = await setStage({ headless: true });
  const { context } = stage.browser;
  app = await until('The welcome opens', () =>
    context.pages().find((page) => page.url().endsWith('#/bienvenida')),
  );
  // The browser hands its choosers over from when somebody listens: not only once a key is on its way.
  app.on('filechooser', () => undefined);
  portal = await context.newPage();
});
afterAll(() => stage.close());

async function armed(screen: Pick<Popup, 'evaluate'>): Promise<void> {
  await screen.evaluate(`new Promise((done) => {
    const look = () => document.querySelector('button.primary[aria-disabled=false]')
      ? done() : setTimeout(look, 20);
    look();
  })`);
}

test('the first run: a picture by the arrows, a word, saved by Enter', async () => {
  await app.bringToFront();
  await app.locator('main h1').waitFor();
  const screen = screenOf(app);
  await tabTo(screen, '.skip');
  await tabTo(screen, 'input[type=radio]');
  const first = await screen.evaluate<string>('document.activeElement.value');
  await screen.press('ArrowRight');
  await assertFocusIsSeen(screen);
  expect(await screen.evaluate('document.activeElement.value')).not.toBe(first);
  expect(await screen.evaluate('document.activeElement.checked')).toBe(true);

  await tabTo(screen, 'input:not([type])');
  await screen.press('Control+a');
  await screen.press('Delete');
  await screen.press('Enter');
  await waitForFocus(screen, '.field-error');
  await tabTo(screen, 'input:not([type])', 'Shift+Tab');
  await screen.type('jacaranda');
  await screen.press('Enter');
  await app.waitForURL(/#\/certificados$/);
  await waitForFocus(screen, 'h1');
});

test('every stop of the empty certificates is seen', async () => {
  const screen = screenOf(app);
  await tabTo(screen, '.glossary summary');
  await screen.press('Enter');
  expect(await screen.evaluate("document.querySelector('.glossary').open")).toBe(true);
});

async function chooseFiles(paths: readonly string[]): Promise<void> {
  const screen = screenOf(app);
  await tabTo(screen, '.drop button', 'Shift+Tab');
  const [chooser] = await Promise.all([app.waitForEvent('filechooser'), screen.press('Enter')]);
  await chooser.setFiles([...paths]);
  await app
    .locator('[data-kind]')
    .nth(paths.length - 1)
    .waitFor();
}

test('files are chosen, one is taken off again, a mistake and then the result get the focus', async () => {
  const screen = screenOf(app);
  const { cerPath, keyPath, password } = person();
  await chooseFiles([cerPath, keyPath, stage.pki.credentials.company.cerPath]);
  await tabTo(screen, '.files li:last-child button');
  await screen.press(' ');
  await waitForFocus(screen, '.drop button');
  expect(await app.locator('[data-field=file]').count()).toBe(2);

  await tabTo(screen, 'input[type=password]');
  await screen.type('no es ésta');
  await screen.press('Enter');
  await waitForFocus(screen, '.failure-text');
  await tabTo(screen, 'input[type=password]');
  await tabTo(screen, '.password button');
  await screen.press(' ');
  expect(await hasFocus(screen, '.password button')).toBe(true);
  await tabTo(screen, '.password input', 'Shift+Tab');
  await screen.press('Control+a');
  await screen.type(password);
  await tabTo(screen, '[name=keepFill]');
  await tabTo(screen, '[data-action=save]');
  await screen.press(' ');
  await waitForFocus(screen, '.done h2');
  expect(await app.locator('.done h2').innerText()).toBe(say('outcome_saved'));
});

test('the popup fills the form of a portal', async () => {
  await portal.goto(pages.fill);
  const widget = portal.frameLocator('#formFirmaDigital');
  await widget.locator('#inputRFC').waitFor();
  const popup = await openPopup(stage.browser, portal);
  await armed(popup);
  await tabTo(popup, '.lock-state button');
  await tabTo(popup, 'input[type=password]');
  await popup.type('no es ésta');
  await popup.press('Enter');
  await waitForFocus(popup, '.failure-text');
  await tabTo(popup, 'input[type=password]');
  for (let left = 'no es ésta'.length; left > 0; left--) {
    await popup.press('Backspace');
  }
  await popup.type(person().password);
  await tabTo(popup, '.answer .primary');
  await armed(popup);
  await popup.press('Enter');
  await waitForFocus(popup, '.done h2');
  await tabTo(popup, '.done button');
  await popup.press('Enter');
  await popup.waitUntilClosed();

  await widget.locator('#botonValidarCert:enabled').press('Enter');
  expect(await resultOf(portal)).toMatch(/^Entraste como PULX9002151KA/);
});

async function askByKey(): Promise<Page> {
  await portal.bringToFront();
  const act = () => portal.locator('#entrar').press('Enter');
  const window = await nextApproval(stage.browser, act);
  await window.setViewportSize(windowSize);
  return window;
}

test('a request of a page is approved: the harmless button has the focus, yes is one Tab away', async () => {
  await portal.goto(pages.bridge);
  const window = await askByKey();
  const screen = screenOf(window);
  await waitForFocus(screen, '.actions button:not(.primary)');
  await armed(window);
  await tabTo(screen, '.actions .primary');
  await screen.press('Enter').catch(() => undefined);
  expect(await resultOf(portal)).toMatch(/^Entraste como PULX9002151KA/);
});

test.each(['Escape', 'Enter'])('%s refuses at once', async (key) => {
  await portal.goto(pages.bridge);
  const window = await askByKey();
  await waitForFocus(screenOf(window), '.actions button:not(.primary)');
  await window.keyboard.press(key).catch(() => undefined);
  expect(await resultOf(portal)).toBe(say('error_user_cancelled'));
  expect(await portal.locator('#codigo').innerText()).toBe('user_cancelled');
  await until('The window closes', () => window.isClosed() || undefined);
});

test('the history is reached from the menu, and its digests open', async () => {
  await app.bringToFront();
  const screen = screenOf(app);
  await tabTo(screen, 'a[href="#/historial"]', 'Shift+Tab');
  await screen.press('Enter');
  await waitForFocus(screen, 'h1');
  await app.locator('[data-field=audit-entry]').first().waitFor();
  await tabTo(screen, '.digest summary');
  await screen.press(' ');
  expect(await app.locator('.digest[open] code').innerText()).toMatch(/^[\da-f]{64}$/);
});

test('the settings: another picture is saved, a mistake and the result get the focus', async () => {
  const screen = screenOf(app);
  await tabTo(screen, 'a[href="#/ajustes"]', 'Shift+Tab');
  await screen.press('Enter');
  await waitForFocus(screen, 'h1');
  await tabTo(screen, 'input[type=radio]');
  await screen.press('ArrowRight');
  await tabTo(screen, 'form.panel .primary');
  await screen.press('Enter');
  await waitForFocus(screen, '.done h2');
  expect(await app.locator('.done h2').innerText()).toBe(say('settings_saved'));

  await tabTo(screen, 'form.stack input');
  await screen.type('x');
  await screen.press('Enter');
  await waitForFocus(screen, '.field-error');
});

test('locking in the settings: what has changed gets the focus', async () => {
  const screen = screenOf(app);
  await app.reload();
  await app.getByRole('button', { name: say('lock_now') }).waitFor();
  await tabTo(screen, 'main > .panel:first-of-type button');
  await screen.press('Enter');
  await waitForFocus(screen, 'main [role=status]');
  expect(await app.getByText(say('settings_locked_text')).count()).toBe(1);
});

test('the popup unlocks and locks', async () => {
  await portal.goto('about:blank');
  const popup = await openPopup(stage.browser, portal);
  await tabTo(popup, '.unlock summary');
  await popup.press('Enter');
  await tabTo(popup, '.unlock input');
  await popup.type(person().password);
  await popup.press('Enter');
  await waitForFocus(popup, '[data-field=lock-state]');
  await tabTo(popup, '.lock-state button');
  await popup.press('Enter');
  await waitForFocus(popup, '[data-field=lock-state]');
  expect(await popup.evaluate("document.querySelector('.unlock') !== null")).toBe(true);
  await tabTo(popup, '.popup-footer a[href$="#/certificados"]');
  const [opened] = await Promise.all([
    stage.browser.context.waitForEvent('page'),
    popup.press('Enter'),
  ]);
  expect(opened.url()).toMatch(/#\/certificados$/);
  await popup.waitUntilClosed();
  await opened.close();
});

/** The button that has the focus opens it, and the password has it then. */
async function openDialog(): Promise<void> {
  await app.keyboard.press('Enter');
  await app.locator('dialog[open]').waitFor();
  await waitForFocus(screenOf(app), 'dialog input');
}

test('trying: the password in place, the result has the focus, the text for support is copied', async () => {
  await app.bringToFront();
  const screen = screenOf(app);
  await tabTo(screen, 'a[href="#/certificados"]', 'Shift+Tab');
  await screen.press('Enter');
  await app.locator('[data-field=credentials]').waitFor();
  await tabTo(screen, '[data-action=try]');
  await screen.press('Enter');
  await waitForFocus(screen, '[data-field=trial-unlock] h2');
  await tabTo(screen, 'input[type=password]');
  await screen.type('no es ésta');
  await screen.press('Enter');
  await waitForFocus(screen, '.failure-text');
  await tabTo(screen, '[data-field=trial-unlock] button:not(.primary, .password *)');
  await screen.press('Enter');
  await waitForFocus(screen, '[data-action=try]');
  await screen.press('Enter');
  await waitForFocus(screen, '[data-field=trial-unlock] h2');
  await tabTo(screen, 'input[type=password]');
  await screen.type(person().password);
  await screen.press('Enter');
  await waitForFocus(screen, '.done h2');
  expect(await app.locator('.done h2').innerText()).toBe(say('trial_good'));
  await tabTo(screen, 'a[data-field=support]');
  await screen.press('Enter');
  await waitForFocus(screen, 'h1');
  await tabTo(screen, '[data-action=copy][aria-disabled=false]');
  await screen.press('Enter');
  await app.getByText(say('report_copied')).waitFor();
  await tabTo(screen, 'a[download]');
  await tabTo(screen, 'nav a[href="#/certificados"]', 'Shift+Tab');
  await screen.press('Enter');
  await waitForFocus(screen, 'h1');
  await app.locator('[data-field=credentials]').waitFor();
});

test('copying: a form by the arrows, two files to be saved, Escape gives the focus back', async () => {
  const screen = screenOf(app);
  await tabTo(screen, '[data-action=export]');
  await screen.press('Enter');
  await waitForFocus(screen, 'dialog input[type=radio]');
  await screen.press('ArrowDown');
  await screen.press('ArrowUp');
  await tabTo(screen, 'dialog input[type=password]');
  await screen.type(person().password);
  await screen.press('Enter');
  await waitForFocus(screen, 'dialog .done h2');
  await tabTo(screen, 'dialog a[download]');
  const [download] = await Promise.all([app.waitForEvent('download'), screen.press('Enter')]);
  expect(readFileSync(await download.path())).toEqual(Buffer.from(person().readCertificate()));
  await screen.press('Escape');
  await waitForFocus(screen, '[data-action=export]');
});

test('removing: Escape gives the focus back, a mistake and the result get it', async () => {
  await app.bringToFront();
  const screen = screenOf(app);
  await tabTo(screen, '[data-action=remove]');
  await openDialog();
  await screen.press('Escape');
  await waitForFocus(screen, '[data-action=remove]');
  await openDialog();
  await tabTo(screen, '.dialog-actions button:not(.primary)');
  await screen.press('Enter');
  await waitForFocus(screen, '[data-action=remove]');

  await openDialog();
  await screen.type('no es ésta');
  await screen.press('Enter');
  await waitForFocus(screen, 'dialog .failure-text');
  await tabTo(screen, 'dialog input', 'Shift+Tab');
  await screen.press('Control+a');
  await screen.type(person().password);
  await screen.press('Enter');
  await waitForFocus(screen, '.done h2');
  expect(await app.locator('.done h2').innerText()).toBe(say('remove_done'));
});
