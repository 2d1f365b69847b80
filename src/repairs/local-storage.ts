/** What an origin keeps in localStorage, as JSON: lone surrogates are escaped, so nothing is lost. */

/** Injected into a page of `origin`. Self-contained: only its source travels. */
export function readLocalStorage(origin: string): string | undefined {
  if (self.origin !== origin) return undefined;
  const names = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index));
  const entries = names.flatMap((name) =>
    name === null ? [] : [[name, localStorage.getItem(name) ?? '']],
  );
  return JSON.stringify(entries);
}

/**
 * Injected into a page of `origin`. Self-contained. What the page has written since under other
 * names stays.
 */
export function writeLocalStorage(origin: string, entries: string): true | undefined {
  if (self.origin !== origin) return undefined;
  for (const [name, value] of JSON.parse(entries) as [string, string][]) {
    localStorage.setItem(name, value);
  }
  return true;
}
