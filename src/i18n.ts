import type messages from '../public/_locales/es/messages.json';

/** Every key of `public/_locales/es/messages.json`: a misspelt one does not compile. */
export type MessageKey = keyof typeof messages;

/** The Spanish text of a key, with `$1`, `$2` … replaced by `args`. */
export function t(key: MessageKey, ...args: string[]): string {
  return chrome.i18n.getMessage(key, args);
}
