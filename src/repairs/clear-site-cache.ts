import { countStorage } from '../evidence/count-storage.ts';
import { runInPage } from '../evidence/run-in-page.ts';
import { originsOf, type Portal } from '../portals/index.ts';
import { clearOrigins } from './clear-origins.ts';
import type { AutomaticRepair } from './repair.ts';

/**
 * Copies of the portal's files, and what serves them: all of it comes again by itself, so there is
 * nothing to undo, and nobody is signed out.
 */
export default {
  id: 'clear-site-cache',
  reach: 'frames',
  kind: 'automatic',
  undoMinutes: 0,
  async preview({ portal, tabId }) {
    const [page] = originsOf(portal);
    const counts = tabId === undefined ? undefined : await runInPage(tabId, countStorage, [page]);
    return originsOf(portal).flatMap((origin) => {
      const name = new URL(origin).hostname;
      const seen = origin === page ? counts : undefined;
      return [
        { kind: 'cache' as const, name },
        { kind: 'cache_storage' as const, name, ...(seen && { count: seen.caches }) },
        { kind: 'service_worker' as const, name, ...(seen && { count: seen.serviceWorkers }) },
      ].filter((item) => !('count' in item) || item.count > 0);
    });
  },
  async run({ portal }) {
    await clear(portal);
    return { names: originsOf(portal).map((origin) => new URL(origin).hostname) };
  },
  finish: ({ portal }) => clear(portal),
} as const satisfies AutomaticRepair;

async function clear(portal: Portal): Promise<void> {
  await clearOrigins(originsOf(portal), ['cache', 'cacheStorage', 'serviceWorkers']);
}
