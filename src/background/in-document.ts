import { pause } from '../evidence/pause.ts';

/** Milliseconds that a page may keep its own thread busy. */
const answersWithin = 10_000;

/**
 * Runs a self-contained function in one document of a tab.
 * @param within milliseconds that there are for it
 * @returns undefined when the document went away, or did not answer in time: what was done there
 * nobody can tell
 */
export async function inDocument<Argument, Result>(
  { tabId, documentId }: { tabId: number; documentId: string },
  func: (argument: Argument) => Result,
  argument: Argument,
  within = answersWithin,
): Promise<Awaited<Result> | undefined> {
  const running = chrome.scripting
    .executeScript({
      target: { tabId, documentIds: [documentId] },
      injectImmediately: true,
      func,
      args: [argument],
    })
    .then(([frame]) => frame?.result)
    .catch(() => undefined);
  return await Promise.race([running, pause(within, undefined)]);
}
