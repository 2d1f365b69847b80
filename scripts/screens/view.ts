/** One screen that is being shown, whether Playwright knows its page or not. */
import { writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { Launched } from '../chromium.ts';
import type { Popup } from '../popup.ts';
import { complaintOf } from './complaints.ts';
import { DevtoolsSession } from './devtools-session.ts';

export interface Size {
  width: number;
  height: number;
}

export interface Look {
  scheme: 'light' | 'dark';
  /** Not for the popup: the browser gives it the size of its content. */
  size?: Size;
}

export interface View {
  wear: (look: Look) => Promise<void>;
  /** The value of an expression in the page. */
  evaluate: <Value>(expression: string) => Promise<Value>;
  /** What is to be seen, or all that there is to scroll to. */
  photograph: (path: string, part: 'seen' | 'whole') => Promise<void>;
  /** What the popup complained of; pages are listened to as long as the browser lives. */
  complaints: readonly string[];
  close: () => Promise<void>;
}

/** Until nothing changes its colour any more. */
const stillness = 'Promise.allSettled(document.getAnimations().map(({ finished }) => finished))';

export function viewOfPage(page: Page): View {
  return {
    complaints: [],
    async wear({ scheme, size }) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      if (size) await page.setViewportSize(size);
      await page.evaluate(stillness);
    },
    evaluate: (expression) => page.evaluate(expression),
    async photograph(path, part) {
      const seen = page.viewportSize();
      if (part === 'whole' && seen) {
        // A true size, so that what sticks to the lower edge does so there.
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        await page.setViewportSize({ ...seen, height: Math.max(seen.height, height) });
      }
      await page.screenshot({ path });
      if (seen) await page.setViewportSize(seen);
    },
    close: () => page.close(),
  };
}

export async function viewOfPopup(
  { context, extensionId }: Launched,
  popup: Popup,
): Promise<View> {
  const complaints: string[] = [];
  const session = await DevtoolsSession.attach(
    context,
    `chrome-extension://${extensionId}/src/popup/`,
    (method, params) => {
      const complaint = complaintOf(method, params);
      if (complaint !== undefined) complaints.push(complaint);
    },
  );
  // What was said before is told again.
  await session.send('Runtime.enable');
  await session.send('Log.enable');
  return {
    complaints,
    async wear({ scheme }) {
      await session.send('Emulation.setEmulatedMedia', {
        features: [
          { name: 'prefers-color-scheme', value: scheme },
          { name: 'prefers-reduced-motion', value: 'reduce' },
        ],
      });
      await popup.evaluate(stillness);
    },
    evaluate: <Value>(expression: string) => popup.evaluate(expression) as Promise<Value>,
    async photograph(path, part) {
      const { data } = await session.send('Page.captureScreenshot', {
        format: 'png',
        captureBeyondViewport: part === 'whole',
      });
      await writeFile(path, Buffer.from(data as string, 'base64'));
    },
    async close() {
      await popup.close();
      await session.detach();
    },
  };
}
