/** Small things that many scenes begin with. */
import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { nextApproval, pages, type Files } from '../person.ts';
import { openPopup, type Popup } from '../popup.ts';
import { keepFiles } from '../prepare.ts';
import { say } from '../say.ts';
import type { Stage } from '../stage.ts';
import { tellWorker } from '../tell-worker.ts';
import { windowSize } from './sizes.ts';

/** Keeps an e.firma, with what forms need, unless an act before has kept the very same. */
export async function keepOnce(
  stage: Stage,
  files: Files & { serialNumber: string },
  vaultPassword?: string,
): Promise<void> {
  const cards = await tellWorker(stage.browser, 'listCredentials');
  if (cards.some(({ serialNumber, canFill }) => canFill && serialNumber === files.serialNumber)) {
    return;
  }
  await keepFiles(stage.browser, files, vaultPassword);
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
  await tellWorker(browser, 'lock');
}

export async function unlock({ browser }: Stage, password: string): Promise<void> {
  if (!(await tellWorker(browser, 'isUnlocked'))) await tellWorker(browser, 'unlock', { password });
}

/** As if nobody had entered a portal from here. */
export async function forgetClients({ browser }: Stage): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(async () => {
    const { session } = chrome.storage;
    const kept = Object.keys(await session.get(null));
    await session.remove(kept.filter((key) => key.startsWith('client:')));
  });
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
