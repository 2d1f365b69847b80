/** The one place that clears site data, and it clears that of named origins only. */
import { originsOf, portals, type HttpsOrigin } from '../portals/index.ts';

/** What may be cleared of an origin. Cookies are not here: the browser clears those of the whole site. */
export type SiteData = 'cache' | 'cacheStorage' | 'serviceWorkers' | 'localStorage' | 'indexedDB';

const known: ReadonlySet<string> = new Set(portals.flatMap((portal) => originsOf(portal)));

/**
 * Clears data of exactly these origins. Without any, the browser would clear the data of every site.
 * @throws when an origin belongs to no portal, before anything is cleared
 */
export async function clearOrigins(
  origins: readonly [HttpsOrigin, ...HttpsOrigin[]],
  kinds: readonly [SiteData, ...SiteData[]],
): Promise<void> {
  const stranger = origins.find((origin) => !known.has(origin));
  if (origins.length === 0 || stranger !== undefined) {
    throw new Error(`no portal has this origin: ${stranger}`);
  }
  await chrome.browsingData.remove(
    { origins: [...origins] },
    Object.fromEntries(kinds.map((kind) => [kind, true])),
  );
}
