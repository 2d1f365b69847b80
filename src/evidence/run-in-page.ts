import { pause } from './pause.ts';

/** Milliseconds that a page may keep its own thread busy. */
const answersWithin = 500;

/**
 * Runs a self-contained function in the page that a tab shows, in our own world unless told. The page
 * may have changed since the tab was chosen: the function looks by itself at where it runs.
 * @param within milliseconds that there are for it
 * @param world `MAIN`: that of the page's own scripts, where other extensions may have been
 * @returns undefined when the page cannot be reached, is busy, or is not the one that was meant
 */
export async function runInPage<Args extends unknown[], Result>(
  tabId: number,
  func: (...args: Args) => Result | undefined,
  args: Args,
  within = answersWithin,
  world: `${chrome.scripting.ExecutionWorld}` = 'ISOLATED',
): Promise<Awaited<Result> | undefined> {
  const running = chrome.scripting
    .executeScript({ target: { tabId }, world, func, args })
    .then(([frame]) => frame?.result)
    .catch(() => undefined);
  return await Promise.race([running, pause(within, undefined)]);
}

/**
 * The same in every frame of the page that the browser lets us see, at once: one that still loads is
 * looked at as it is.
 * @returns what each frame gave that gave something, the page first; none when they did not answer in
 * time
 */
export async function runInFrames<Args extends unknown[], Result>(
  tabId: number,
  func: (...args: Args) => Result | undefined,
  args: Args,
): Promise<Awaited<Result>[]> {
  const results = await runInEachFrame(tabId, func, args);
  return results.flatMap((result) => (result ? [result] : []));
}

/**
 * As `runInFrames`.
 * @returns one result for each frame, the page first: undefined (or null) for one that gave nothing
 */
export async function runInEachFrame<Args extends unknown[], Result>(
  tabId: number,
  func: (...args: Args) => Result | undefined,
  args: Args,
): Promise<(Awaited<Result> | null | undefined)[]> {
  const running = chrome.scripting
    .executeScript({ target: { tabId, allFrames: true }, injectImmediately: true, func, args })
    .then((frames) => frames.toSorted((one, other) => one.frameId - other.frameId))
    .then((frames) => frames.map(({ result }) => result))
    .catch(() => []);
  return await Promise.race([running, pause(answersWithin, [])]);
}
