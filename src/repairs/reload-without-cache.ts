import { browser } from '../browser.ts';
import { loadPage, openSignInPage } from './load-page.ts';
import type { AutomaticRepair } from './repair.ts';

/** Loads the sign-in page past the browser's cache, which stays as it is for everybody else. */
export default {
  id: 'reload-without-cache',
  kind: 'automatic',
  undoMinutes: 0,
  reloads: true,
  reach: 'frames',
  async preview({ portal, tabId }) {
    return tabId === undefined ? [] : [{ kind: 'tab', name: portal.host, count: 1 }];
  },
  async run({ portal, tabId }) {
    const opened = await openSignInPage(portal, tabId);
    await loadPage(async () => {
      await browser.tabs.reload(opened, { bypassCache: true });
      return opened;
    });
    return { names: [portal.host], opened };
  },
} as const satisfies AutomaticRepair;
