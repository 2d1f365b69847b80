import { pause } from '../evidence/pause.ts';

/** Milliseconds that a page may keep its own thread busy. */
const answersWithin = 3_000;

/**
 * Runs a self-contained function in every frame of a tab that the browser lets us see: none at all
 * when they do not answer in time. Frames that are still on their way are not waited for.
 */
export async function inEveryFrame<Args extends unknown[], Result>(
  tabId: number,
  func: (...args: Args) => Result,
  args: Args,
): Promise<chrome.scripting.InjectionResult<Awaited<Result>>[]> {
  const running = chrome.scripting.executeScript({
    target: { tabId, allFrames: true },
    injectImmediately: true,
    func,
    args,
  });
  return await Promise.race([running, pause(answersWithin, [])]);
}
