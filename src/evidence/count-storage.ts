/** What an origin keeps in the browser besides cookies. */
export interface StorageCounts {
  serviceWorkers: number;
  caches: number;
  /** UTF-16: two bytes a unit of names and values. */
  localStorageBytes: number;
  indexedDbs: number;
}

/**
 * Injected into a page of `origin`. Self-contained: only its source travels. Nothing of what it
 * counts leaves the page.
 * @returns undefined when another page is in the tab by now
 */
export async function countStorage(origin: string): Promise<StorageCounts | undefined> {
  if (self.origin !== origin) return undefined;
  const [registrations, cacheNames, databases] = await Promise.all([
    navigator.serviceWorker.getRegistrations(),
    caches.keys(),
    indexedDB.databases(),
  ]);
  let units = 0;
  for (let index = 0; index < localStorage.length; index += 1) {
    const name = localStorage.key(index) ?? '';
    units += name.length + (localStorage.getItem(name)?.length ?? 0);
  }
  return {
    serviceWorkers: registrations.length,
    caches: cacheNames.length,
    localStorageBytes: units * 2,
    indexedDbs: databases.length,
  };
}
