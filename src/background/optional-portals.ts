/**
 * Portals that the person lets the extension in at the moment of need: their pages are watched as
 * soon as it may, and no longer than it may.
 */
import { browser } from '../browser.ts';
import { optionalOrigins } from '../portals/index.ts';
import { reportBug } from './report-bug.ts';

const id = 'optional-watcher';
/** As the build calls it. */
const script = 'src/bridge/watcher.iife.js';

export function watchOptionalPortals(): void {
  browser.permissions.onAdded.addListener(({ origins }) => {
    if (origins?.length) void follow(true).catch(reportBug);
  });
  browser.permissions.onRemoved.addListener(({ origins }) => {
    if (origins?.length) void follow().catch(reportBug);
  });
  void follow().catch(reportBug);
}

/** Whether what a page says may be heard: of an optional portal, as long as the person lets us in. */
export async function isLetIn(origin: string): Promise<boolean> {
  const isOptional = optionalOrigins.some((other) => other === origin);
  return !isOptional || (await browser.permissions.contains({ origins: [`${origin}/*`] }));
}

/** Registers the watcher for exactly the hosts that may be seen; one at a time. */
async function follow(isAdded = false): Promise<void> {
  await navigator.locks.request(id, async () => {
    const [matches, [registered]] = await Promise.all([
      allowedPages(),
      chrome.scripting.getRegisteredContentScripts({ ids: [id] }),
    ]);
    const before = registered?.matches ?? [];
    if (sameMembers(matches, before)) return;
    if (registered) await chrome.scripting.unregisterContentScripts({ ids: [id] });
    if (matches.length === 0) return;
    await chrome.scripting.registerContentScripts([
      { id, matches, js: [script], runAt: 'document_start', allFrames: true },
    ]);
    if (isAdded) await watchOpenPages(matches.filter((pattern) => !before.includes(pattern)));
  });
}

async function allowedPages(): Promise<string[]> {
  const patterns = optionalOrigins.map((origin) => `${origin}/*`);
  const answers = await Promise.all(
    patterns.map((pattern) => browser.permissions.contains({ origins: [pattern] })),
  );
  return patterns.filter((_, index) => answers[index]);
}

/** What is registered only comes into pages that are loaded from now on. */
async function watchOpenPages(patterns: string[]): Promise<void> {
  if (patterns.length === 0) return;
  const tabs = await browser.tabs.query({ url: patterns });
  await Promise.allSettled(
    tabs.map(({ id: tabId = -1 }) =>
      chrome.scripting.executeScript({ target: { tabId, allFrames: true }, files: [script] }),
    ),
  );
}

function sameMembers(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((each) => others.includes(each));
}
