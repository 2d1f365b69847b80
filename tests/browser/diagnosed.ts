/** What a person presses to ask why they cannot get in, and what they then read. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Launched } from '../../scripts/chromium.ts';
import { openDiagnosis } from '../../scripts/diagnosis-screen.ts';
import { openApp, readDiagnosis, type ShownDiagnosis } from '../../scripts/person.ts';
import { openPopup } from '../../scripts/popup.ts';
import { say } from '../../scripts/say.ts';

const patience = 20_000;

/** The screen of a diagnosis, and how long its first sentence took from the click. */
export interface Asked {
  screen: Page;
  milliseconds: number;
}

/** Presses «No puedo ingresar» at the foot of the real popup over a page. */
export async function askInPopup(browser: Launched, page: Page): Promise<Asked> {
  const popup = await openPopup(browser, page);
  await popup.waitFor("document.querySelector('.popup-help') !== null");
  const opening = browser.context.waitForEvent('page');
  const start = performance.now();
  // By key: what comes in above it moves it away under a click.
  await popup.evaluate("document.querySelector('.popup-help').focus()");
  await popup.press('Enter');
  const screen = await opening;
  return { screen, milliseconds: await firstSentence(screen, start) };
}

/** Presses «No puedo ingresar» among the links of our own page, which shows another screen. */
export async function askInApp(browser: Launched): Promise<Asked> {
  const screen = await openApp(browser, 'historial');
  const link = screen.getByRole('link', { name: say('nav_no_puedo_ingresar') });
  await link.waitFor();
  const start = performance.now();
  await link.click();
  return { screen, milliseconds: await firstSentence(screen, start) };
}

async function firstSentence(screen: Page, start: number): Promise<number> {
  await screen.locator('main [data-field=verdict] h2').waitFor({ timeout: patience });
  return Math.round(performance.now() - start);
}

/** Opens the screen about a page of a portal, and reads what it comes to. */
export async function diagnose(
  browser: Launched,
  page: Page,
): Promise<ShownDiagnosis & { screen: Page }> {
  const screen = await openDiagnosis(browser, page);
  return { ...(await readDiagnosis(screen)), screen };
}

/** Nothing is blamed, not even as a guess. */
export async function expectNothingFound(browser: Launched, page: Page): Promise<Page> {
  const { screen, ...said } = await diagnose(browser, page);
  expect(said).toEqual({ cause: '', certainty: '', repair: null });
  expect(await screen.locator('[data-field=verdict] h2').innerText()).toBe(
    say('diagnosis_nothing'),
  );
  return screen;
}

export interface Finding {
  id: string;
  status: string;
  text: string;
}

/** Every check of «Todo lo revisado», as it is read. */
export async function readChecklist(screen: Page): Promise<Finding[]> {
  await screen.locator('[data-field=checklist] > summary').click();
  return await readFindings(screen, 'checklist');
}

/** «También encontré», if there is anything. */
export async function readAlsoFound(screen: Page): Promise<Finding[]> {
  const summary = screen.locator('[data-field=also-found] > summary');
  if ((await summary.count()) > 0) await summary.click();
  return await readFindings(screen, 'also-found');
}

async function readFindings(screen: Page, list: string): Promise<Finding[]> {
  const items = screen.locator(`[data-field=${list}] [data-field=finding]`);
  return await items.evaluateAll((all) =>
    all.map((item) => ({
      id: item.getAttribute('data-finding') ?? '',
      status: item.getAttribute('data-status') ?? '',
      text: (item as HTMLElement).innerText,
    })),
  );
}
