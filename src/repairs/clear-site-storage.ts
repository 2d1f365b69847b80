import { browser } from '../browser.ts';
import { FirmaError } from '../errors.ts';
import { countStorage } from '../evidence/count-storage.ts';
import { runInPage } from '../evidence/run-in-page.ts';
import { findPortal, type HttpsOrigin, type PortalId } from '../portals/index.ts';
import { clearOrigins } from './clear-origins.ts';
import { openSignInPage } from './load-page.ts';
import { readLocalStorage, writeLocalStorage } from './local-storage.ts';
import type { AutomaticRepair, RepairContext } from './repair.ts';

interface Saved {
  portal: PortalId;
  /** As {@link readLocalStorage} gives them. */
  entries: string;
}

/** Characters: the memory of the browser is there for signing in too, and holds ten megabytes. */
const mostKept = 2_000_000;

/** Milliseconds: it can be megabytes. */
const copiesWithin = 2_000;

const originOf = ({ host }: { host: string }): HttpsOrigin => `https://${host}`;

/** What the portal's own pages keep: localStorage can be put back, databases cannot. */
export default {
  id: 'clear-site-storage',
  kind: 'automatic',
  undoMinutes: 30,
  async preview({ portal, tabId }) {
    const name = portal.host;
    const seen =
      tabId === undefined ? undefined : await runInPage(tabId, countStorage, [originOf(portal)]);
    return [
      {
        kind: 'local_storage' as const,
        name,
        ...(seen && { bytes: seen.localStorageBytes }),
      },
      {
        kind: 'indexed_db' as const,
        name,
        ...(seen && { count: seen.indexedDbs }),
        isFinal: true as const,
      },
    ].filter(({ bytes, count }: { bytes?: number; count?: number }) => (bytes ?? count) !== 0);
  },
  prepare: saveEntries,
  async run({ portal }, snapshot: Saved) {
    await clear(portal);
    return { names: [portal.host], snapshot };
  },
  /** The browser clears it in one go, whatever becomes of us meanwhile. */
  async finish({ portal }, snapshot) {
    if (snapshot === undefined) await clear(portal);
  },
  async undo({ portal: id, entries }: Saved) {
    const portal = findPortal(id);
    if (!portal) return;
    const origin = originOf(portal);
    for (const tab of await browser.tabs.query({ url: `${origin}/*` })) {
      if (tab.id === undefined) continue;
      if (await runInPage(tab.id, writeLocalStorage, [origin, entries])) return;
    }
    const tabId = await openSignInPage(portal);
    if (await runInPage(tabId, writeLocalStorage, [origin, entries])) return;
    throw new FirmaError('page_not_answering');
  },
} as const satisfies AutomaticRepair;

async function clear(portal: { host: string }): Promise<void> {
  await clearOrigins([originOf(portal)], ['localStorage', 'indexedDB']);
}

/** Without a copy nothing is cleared. */
async function saveEntries({ portal, tabId }: RepairContext) {
  const entries =
    tabId === undefined
      ? undefined
      : await runInPage(tabId, readLocalStorage, [originOf(portal)], copiesWithin);
  if (entries === undefined) throw new FirmaError('page_not_answering');
  if (entries.length > mostKept) throw new FirmaError('too_much_to_keep');
  const snapshot: Saved = { portal: portal.id, entries };
  return { names: [portal.host], snapshot };
}
