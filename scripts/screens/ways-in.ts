/** The ways to the sign-in that a test cannot press: the browser's own menu and keys. */
import type { Page } from 'playwright-core';
import type { Stage } from '../stage.ts';
import { windowSize } from './sizes.ts';

export async function pressCommand({ browser }: Stage, url: string): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(async (address) => {
    const [tab] = await chrome.tabs.query({ url: address });
    const { onCommand } = chrome.commands as unknown as {
      onCommand: { dispatch: (name: string, tab?: chrome.tabs.Tab) => void };
    };
    onCommand.dispatch('entrar', tab);
  }, url);
}

/** As in a browser that refuses to open the popup: gives the window that comes up instead. */
export async function withoutPopup(
  { browser }: Stage,
  act: () => Promise<void>,
): Promise<Page> {
  const worker = await browser.worker();
  await worker.evaluate(() => {
    const { openPopup } = chrome.action;
    chrome.action.openPopup = () => {
      chrome.action.openPopup = openPopup;
      return Promise.reject(new Error('Could not find an active browser window.'));
    };
  });
  const [window] = await Promise.all([
    browser.context.waitForEvent('page', (page) => page.url().includes('/src/approval/')),
    act(),
  ]);
  await window.setViewportSize(windowSize);
  return window;
}
