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
  /** As high as all that there is to scroll to. */
  whole?: boolean;
}

export interface View {
  wear: (look: Look) => Promise<void>;
  /** The value of an expression in the page. */
  evaluate: <Value>(expression: string) => Promise<Value>;
  /** What is seen without scrolling. `scale`: dots for every one of the page, in each direction. */
  photograph: (path: string, scale?: number) => Promise<void>;
  /** What the popup complained of; pages are listened to as long as the browser lives. */
  complaints: readonly string[];
  close: () => Promise<void>;
}

/** Until nothing changes its colour any more. */
const stillness = 'Promise.allSettled(document.getAnimations().map(({ finished }) => finished))';

/** The part of the page that is seen. */
const seen = '({ x: scrollX, y: scrollY, width: innerWidth, height: innerHeight })';

interface Part extends Size {
  x: number;
  y: number;
}

export function viewOfPage(page: Page): View {
  return {
    complaints: [],
    async wear({ scheme, size, whole }) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      if (size) await page.setViewportSize(size);
      if (size && whole) {
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        await page.setViewportSize({ ...size, height });
      }
      await page.evaluate(stillness);
    },
    evaluate: (expression) => page.evaluate(expression),
    async photograph(path, scale = 1) {
      if (scale === 1) {
        await page.screenshot({ path });
        return;
      }
      const clip = { ...(await page.evaluate<Part>(seen)), scale };
      const session = await page.context().newCDPSession(page);
      const { data } = await session.send('Page.captureScreenshot', { format: 'png', clip });
      await session.detach();
      await writeFile(path, Buffer.from(data, 'base64'));
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
    async photograph(path, scale = 1) {
      const clip = { ...((await popup.evaluate(seen)) as Part), scale };
      const { data } = await session.send('Page.captureScreenshot', { format: 'png', clip });
      await writeFile(path, Buffer.from(data as string, 'base64'));
    },
    async close() {
      await popup.close();
      await session.detach();
    },
  };
}
