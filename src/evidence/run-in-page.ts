import { pause } from './pause.ts';

/** Milliseconds that a page may keep its own thread busy. */
const answersWithin = 500;

/**
 * Runs a self-contained function in our own world of the page that a tab shows. The page may have
 * changed since the tab was chosen: the function looks by itself at where it runs.
 * @param within milliseconds that there are for it
 * @returns undefined when the page cannot be reached, is busy, or is not the one that was meant
 */
export async function runInPage<Args extends unknown[], Result>(
  tabId: number,
  func: (...args: Args) => Result | undefined,
  args: Args,
  within = answersWithin,
): Promise<Awaited<Result> | undefined> {
  const running = chrome.scripting
    .executeScript({ target: { tabId }, func, args })
    .then(([frame]) => frame?.result)
    .catch(() => undefined);
  return await Promise.race([running, pause(within, undefined)]);
}
