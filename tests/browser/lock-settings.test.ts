import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { openApp, pages } from '../../scripts/person.ts';
import { openPopup } from '../../scripts/popup.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { askByBridge } from './vault-screens.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage({ headless: true });
  await chooseSafety(stage.browser, 'jacaranda');
  await keepFiles(stage.browser, stage.pki.credentials.person);
});
afterAll(() => stage.close());

interface Preferences {
  picture: string;
  word: string;
  minutes: number;
}

async function save(app: Page, { picture, word, minutes }: Preferences): Promise<void> {
  await app.locator(`input[type=radio][value=${picture}]`).check();
  await app.getByLabel(say('word_label')).fill(word);
  await app.getByLabel(say('settings_idle_label')).selectOption(String(minutes));
  await app.getByRole('button', { name: say('settings_save') }).click();
}

const picture = 'barco';

/** What the safety picture of a screen says: the name of the picture and the word. */
async function safetyOn(screen: Page, within = 'body'): Promise<string> {
  return await screen.locator(`${within} .safety-word`).innerText();
}

async function whatEveryWindowShows(): Promise<string[]> {
  const { browser } = stage;
  const app = await openApp(browser, 'certificados');
  const shown = [await safetyOn(app, '.panel')];
  await app.getByRole('button', { name: say('certificates_remove_which', '') }).click();
  shown.push(await safetyOn(app, 'dialog[open]'));
  await app.close();

  const { page, window } = await askByBridge(browser);
  shown.push(await safetyOn(window));
  await window.getByRole('button', { name: say('cancel') }).click();
  await page.goto(pages.fill);
  const popup = await openPopup(browser, page);
  shown.push(await popup.waitFor<string>("document.querySelector('.safety-word')?.innerText"));
  await popup.close();
  await closePage(page);
  return shown;
}

test('the picture and the word are on every window that asks for a secret', async () => {
  const app = await openApp(stage.browser, 'ajustes');
  expect(await app.getByLabel(say('word_label')).inputValue()).toBe('jacaranda');
  await save(app, { picture, word: 'mazapán 7', minutes: 10 });
  await app.getByText(say('settings_saved')).waitFor();
  await app.close();
  const expected = `${say(`picture_${picture}`)}: mazapán 7`;
  const shown = (await whatEveryWindowShows()).map((text) => text.replaceAll(/\s+/g, ' ').trim());
  expect(shown).toEqual([expected, expected, expected, expected]);

  const again = await openApp(stage.browser, 'ajustes');
  expect(await again.locator('input[type=radio]:checked').inputValue()).toBe(picture);
  expect(await again.getByLabel(say('word_label')).inputValue()).toBe('mazapán 7');
  await again.close();
});

test('a word that would hide or draw something is shown letter by letter', async () => {
  const app = await openApp(stage.browser, 'ajustes');
  await save(app, { picture, word: '<b>pan</b>\u{202E}sol', minutes: 10 });
  await app.getByText(say('settings_saved')).waitFor();
  await app.close();
  for (const shown of await whatEveryWindowShows()) {
    expect(shown).toContain('<b>pan</b>⟦U+202E⟧sol');
  }
});

test('without a word nothing is saved', async () => {
  const app = await openApp(stage.browser, 'ajustes');
  const before = await app.getByLabel(say('word_label')).inputValue();
  await save(app, { picture: 'luna', word: '  ', minutes: 60 });
  await app.getByText(say('word_missing')).waitFor();
  await app.reload();
  expect(await app.getByLabel(say('word_label')).inputValue()).toBe(before);
  await app.close();
});

test('the minutes without touching the computer are those that were chosen', async () => {
  const worker = await stage.browser.worker();
  await worker.evaluate(() => {
    const asked: number[] = [];
    const setDetectionInterval = chrome.idle.setDetectionInterval.bind(chrome.idle);
    chrome.idle.setDetectionInterval = (seconds) => {
      asked.push(seconds);
      setDetectionInterval(seconds);
    };
    Object.assign(globalThis, { asked });
  });
  const app = await openApp(stage.browser, 'ajustes');
  await save(app, { picture, word: 'milpa', minutes: 5 });
  await app.getByText(say('settings_saved')).waitFor();
  expect(await worker.evaluate(() => (globalThis as unknown as { asked: number[] }).asked)).toEqual(
    [300],
  );
  await app.reload();
  expect(await app.getByLabel(say('settings_idle_label')).inputValue()).toBe('5');
  await app.close();
});
