import { all } from './elements.ts';

/**
 * What is sent in a portal's own protocol is for the portal, not for the scripts of its page: a page
 * may listen to its own navigations, and the browser shows it what their forms hold.
 */

/** Keeps the page from hearing of a navigation whose form holds this value. */
export type Hush = (value: string) => void;

/** Where our own world of a document keeps its {@link Hush}: no page can name an element so. */
const hushKey = Symbol.for('firma-lista.hush');

/**
 * Listens before any script of the page can, which is the only time when it does any good: later
 * there is no {@link Hush}.
 */
export function listenFirst(): void {
  if (all('html > *').length > 0) return;
  const hushed = new Set<unknown>();
  navigation.addEventListener(
    'navigate',
    (event) => {
      if (hushed.size === 0) return;
      const values = event.formData ? [...event.formData.values()] : [];
      if (values.some((value) => hushed.has(value))) event.stopImmediatePropagation();
    },
    true,
  );
  const hush: Hush = (value) => hushed.add(value);
  (globalThis as unknown as Record<symbol, Hush>)[hushKey] = hush;
}
