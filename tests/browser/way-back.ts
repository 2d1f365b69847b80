/**
 * What a person does who was turned away: reads what the screens say, and presses what they name. A
 * button is found by its words alone, and by being the first.
 */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Launched } from '../../scripts/chromium.ts';
import { pressIcon, type Popup } from '../../scripts/popup.ts';
import { pressValidate } from '../../scripts/person.ts';
import { say } from '../../scripts/say.ts';
import type { Scene } from '../../scripts/tour/faults/scene.ts';
import { until } from '../../scripts/worker.ts';
import type { CauseId, RepairId } from '../../src/diagnosis/index.ts';
import type { MessageKey } from '../../src/i18n.ts';
import { approveInPopup } from './widget.ts';

/** Longer than a repair may look at the page that it mended. */
const patience = 20_000;

const underscored = (id: string): string => id.replace(/[.-]/g, '_');
const sentenceOf = (cause: CauseId): string => say(`diagnosis_${underscored(cause)}` as MessageKey);
const adviceOn = (cause: CauseId): string =>
  say(`diagnosis_${underscored(cause)}_do` as MessageKey);

export const repairWords = (repair: RepairId, part: 'name' | 'what' | 'loses'): string =>
  say(`repair_${underscored(repair)}_${part}` as MessageKey);

/** The page of a portal, in a browser that runs. */
interface Place {
  browser: Launched;
  page: Page;
}

/** Runs in a screen: its text, and what can be pressed in its middle, as it is read. */
const readScreen = `(() => {
  const isSeen = (element) => element.checkVisibility() && element.innerText.trim() !== '';
  const main = document.querySelector('main');
  return {
    text: main?.innerText ?? '',
    all: document.body.innerText,
    offers: [...main?.querySelectorAll('button, a.button') ?? []]
      .filter(isSeen)
      .map((element) => element.innerText.trim()),
  };
})()`;

interface ReadScreen {
  text: string;
  all: string;
  /** The words of its buttons, in the order in which they are read. */
  offers: string[];
}

async function readPopup(popup: Popup): Promise<ReadScreen> {
  return (await popup.evaluate(readScreen)) as ReadScreen;
}

async function readApp(app: Page): Promise<ReadScreen> {
  return await app.evaluate<ReadScreen>(readScreen);
}

/** Presses what is named like this in the popup: a link, or a button. */
async function pressInPopup(popup: Popup, name: string): Promise<void> {
  const isFocused = await popup.evaluate((wanted) => {
    const all = [...document.querySelectorAll<HTMLElement>('a, button')];
    const found = all.find((element) => element.innerText.trim() === wanted);
    found?.focus();
    return found !== undefined && document.activeElement === found;
  }, name);
  expect(isFocused, `«${name}» in the popup`).toBe(true);
  await popup.press('Enter');
}

/**
 * Opens the popup by the icon, over the page that turned the person away. It begins with why, and
 * its first button leads to what mends it.
 * @param before what the popup knows at once: nothing where only the screen finds it
 * @returns the screen «No puedo ingresar»
 */
export async function askWhy(
  { browser, page }: Place,
  cause: CauseId,
  before: 'knows' | 'does_not_know' | 'sees_nothing',
): Promise<Page> {
  const popup = await pressIcon(browser, page);
  const shown = before === 'sees_nothing' ? '.popup-footer' : '.seen-failure';
  await popup.waitFor(`document.querySelector('${shown}') !== null`);
  const { text, all, offers } = await readPopup(popup);
  let way = say('nav_no_puedo_ingresar');
  if (before === 'sees_nothing') {
    // At the foot of every popup.
    expect(all).toContain(way);
  } else {
    way = say(before === 'knows' ? 'popup_failure_action' : 'popup_failure_look');
    expect(text).toContain(before === 'knows' ? sentenceOf(cause) : say('popup_failure_unknown'));
    expect(offers[0]).toBe(way);
    // Whoever was turned away is nobody there.
    expect(all).not.toContain(say('clients_you_are'));
  }
  const [screen] = await Promise.all([
    browser.context.waitForEvent('page'),
    pressInPopup(popup, way),
  ]);
  return screen;
}

/** Waits until the icon over what they look at says that a sign-in failed. */
export async function seeMark({ worker }: Launched): Promise<void> {
  const running = await worker();
  await until('The mark of a failure on the icon', async () => {
    const text = await running.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      return tab?.id === undefined ? '' : await chrome.action.getBadgeText({ tabId: tab.id });
    });
    return text === '!' || undefined;
  });
}

/** The screen says the cause and what to do, and its first button is the repair. It is pressed. */
export async function pressFirstRepair(app: Page, cause: CauseId, repair: RepairId): Promise<void> {
  await readVerdict(app, cause);
  expect((await readApp(app)).offers[0]).toBe(repairWords(repair, 'name'));
  await pressRepair(app, repair);
  expect((await readApp(app)).text).not.toContain(sentenceOf(cause));
}

/** Presses a repair, which says what it does before it does anything. */
export async function pressRepair(app: Page, repair: RepairId): Promise<void> {
  await press(app, repairWords(repair, 'name'));
  await says(app, repairWords(repair, 'what'));
}

/** Waits until all was looked at. The cause, how sure that is, and what to do about it are read. */
export async function readVerdict(app: Page, cause: CauseId): Promise<void> {
  const verdict = app.locator('main [data-field=verdict][data-settled=true]');
  await verdict.waitFor({ timeout: patience });
  const heading = verdict.getByRole('heading', { level: 2 });
  expect(await heading.innerText()).toContain(sentenceOf(cause));
  expect(await heading.innerText()).toMatch(
    new RegExp(`^(${say('certainty_is')}|${say('certainty_likely')})`),
  );
  // Whoever does not see the screen is told the same.
  expect(await app.evaluate(() => document.activeElement?.textContent)).toBe(
    await heading.textContent(),
  );
  expect((await readApp(app)).text).toContain(adviceOn(cause));
}

/** Presses the one button of the screen that has these words. */
export async function press(app: Page, name: string): Promise<void> {
  await app.getByRole('button', { name, exact: true }).click();
}

/** The screen says this, or comes to say it. */
export async function says(app: Page, ...sentences: string[]): Promise<void> {
  for (const sentence of sentences) {
    await until(
      `The screen says «${sentence}»`,
      async () => ((await readApp(app)).text.includes(sentence) ? true : undefined),
      patience,
    );
  }
}

/** What would be touched is read; the same words say yes; then what came of it. */
export async function repairHere(
  app: Page,
  repair: RepairId,
  yes: string,
  result: 'solved' | 'not_compared',
): Promise<void> {
  await app.getByRole('button', { name: yes, exact: true }).waitFor();
  await says(app, repairWords(repair, 'loses'));
  const { offers } = await readApp(app);
  expect(offers).toContain(say('cancel'));
  await press(app, yes);
  await says(app, say(`repair_result_${result}`), say(`repair_next_${result}`));
  expect((await readApp(app)).offers[0]).toBe(say('diagnosis_show_portal'));
}

/**
 * Presses the button that leads back, and has the portal's sign-in page before them.
 * @param page where it must be; in a new tab without it
 */
export async function goToPortal(
  app: Page,
  browser: Launched,
  name: string,
  page?: Page,
): Promise<Page> {
  const known = browser.context.pages();
  await press(app, name);
  const shown = await pageBeforeThem(browser);
  if (page) expect(shown).toBe(page);
  else expect(known).not.toContain(shown);
  return shown;
}

/** The page of a portal that the person looks at now, once it is there. */
export async function pageBeforeThem({ context, worker }: Launched): Promise<Page> {
  return await until(
    'A portal is before the person',
    async () => {
      const running = await worker();
      const [tab] = await running.evaluate(
        async () => await chrome.tabs.query({ active: true, lastFocusedWindow: true }),
      );
      const isThere = tab?.status === 'complete' && tab.url?.startsWith('https:');
      return isThere ? context.pages().findLast((page) => page.url() === tab.url) : undefined;
    },
    patience,
  );
}

/**
 * Signs in with what the popup offers over the sign-in page, and goes on to what only those see who
 * were let in.
 */
export async function signInAgain(scene: Scene, page: Page): Promise<void> {
  const { browser, files, holder, replica } = scene;
  await page.frameLocator('#formFirmaDigital').locator('#inputRFC').waitFor();
  const since = replica.log.length;
  const popup = await pressIcon(browser, page);
  await popup.waitFor(
    "document.querySelector('form.approval button.primary[aria-disabled=false]')",
  );
  const { text, offers } = await readPopup(popup);
  expect(text).not.toContain(say('certainty_is'));
  expect(offers.at(-1)).toBe(say('sign_in_action'));
  await approveInPopup(popup, files.password);
  await popup.waitFor("document.querySelector('.done') !== null");
  expect((await readPopup(popup)).text).toContain(say('sign_in_done_fill'));
  await popup.close();
  await page.bringToFront();
  await pressValidate(page);
  await page.getByRole('link', { name: 'Ir al inicio' }).click();
  await page.getByText(`Entraste como ${holder.rfc}`).waitFor();
  expect(replica.log.slice(since)).toContainEqual(
    expect.objectContaining({ kind: 'signed-in', via: 'fill', rfc: holder.rfc }),
  );
}
