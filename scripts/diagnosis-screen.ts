/** What a person does with their hands on the screen «No puedo ingresar». */
import type { Page } from 'playwright-core';
import type { Launched } from './chromium.ts';
import { until } from './worker.ts';

/** Longer than the engine's own limits on a busy machine. */
const patience = 20_000;

/** Waits until the icon over a portal's page says that a sign-in failed, as a person would. */
export async function seeFailureMark(browser: Launched, portal: Page): Promise<void> {
  const worker = await browser.worker();
  const tabId = await tabIdOf(browser, portal);
  await until('The mark of a failure on the icon', async () => {
    const text = await worker.evaluate((id) => chrome.action.getBadgeText({ tabId: id }), tabId);
    return text === '!' || undefined;
  });
}

/** Opens the screen for the portal that a page shows. */
export async function openDiagnosis(browser: Launched, portal: Page): Promise<Page> {
  const tabId = await tabIdOf(browser, portal);
  const page = await browser.context.newPage();
  const app = `chrome-extension://${browser.extensionId}/src/app/index.html`;
  await page.goto(`${app}#/no-puedo-ingresar?tab=${tabId}`);
  return page;
}

async function tabIdOf({ worker }: Launched, page: Page): Promise<number> {
  const running = await worker();
  const tabId = await running.evaluate(async (url) => {
    const tabs = await chrome.tabs.query({});
    return tabs.findLast((tab) => tab.url === url)?.id;
  }, page.url());
  if (tabId === undefined) throw new Error(`No tab shows ${page.url()}`);
  return tabId;
}

/** Presses the repair, says yes to what it would touch, and waits for what came of it. */
export async function runRepairOnScreen(page: Page): Promise<string> {
  await page.locator('[data-action=repair]').first().click();
  await page.locator('[data-action=run-repair]').click();
  const result = page.locator('[data-field=repair-result][data-result]');
  await result.waitFor({ timeout: patience });
  return (await result.getAttribute('data-result')) ?? '';
}
