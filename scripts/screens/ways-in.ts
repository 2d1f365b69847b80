/** The ways to the sign-in that nobody can press from outside: the browser's own menu and keys. */
import type { Page } from 'playwright-core';
import type { Stage } from '../stage.ts';
import { windowSize } from './sizes.ts';

/** Presses the entry of the context menu, or the keys of the command, in the tab at `url`. */
export async function press(
  { browser }: Stage,
  way: 'menu' | 'command',
  url: string,
): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(
    async ([through, address]) => {
      interface Dispatching {
        dispatch: (...args: unknown[]) => void;
      }
      const [tab] = await chrome.tabs.query({ url: address });
      if (through === 'menu') {
        const { onClicked } = chrome.contextMenus as unknown as { onClicked: Dispatching };
        onClicked.dispatch({ menuItemId: 'entrar', editable: false, pageUrl: address }, tab);
      } else {
        const { onCommand } = chrome.commands as unknown as { onCommand: Dispatching };
        onCommand.dispatch('entrar', tab);
      }
    },
    [way, url] as const,
  );
}

/** As in a browser that refuses to open the popup: gives the window that comes up instead. */
export async function withoutPopup({ browser }: Stage, act: () => Promise<void>): Promise<Page> {
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
