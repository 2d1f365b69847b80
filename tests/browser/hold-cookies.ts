import type { Launched } from '../../scripts/chromium.ts';
import { until } from '../../scripts/worker.ts';

/**
 * Prepares the running worker to stop for ever once it has written so many cookies.
 * @returns waits until it does
 */
export async function holdAfterCookies(
  browser: Launched,
  written: number,
): Promise<() => Promise<void>> {
  const worker = await browser.worker();
  await worker.evaluate((most) => {
    const set = chrome.cookies.set.bind(chrome.cookies) as (details: object) => Promise<unknown>;
    let left = most;
    const holding = async (details: object): Promise<unknown> => {
      left -= 1;
      if (left >= 0) return set(details);
      Object.assign(globalThis, { held: true });
      return new Promise(() => undefined);
    };
    Object.assign(chrome.cookies, { set: holding });
  }, written);
  return async () => {
    await until('The worker is held', async () =>
      (await worker.evaluate(() => 'held' in globalThis)) ? true : undefined,
    );
  };
}
