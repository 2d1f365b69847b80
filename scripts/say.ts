import { readFileSync } from 'node:fs';
import type { MessageKey } from '../src/i18n.ts';

const messages = JSON.parse(readFileSync('public/_locales/es/messages.json', 'utf8')) as Record<
  MessageKey,
  { message: string }
>;

/** A sentence of the extension as a person reads it. */
export function say(key: MessageKey, ...args: string[]): string {
  return args.reduce(
    (text, value, index) => text.replaceAll(`$${index + 1}`, value),
    messages[key].message,
  );
}
