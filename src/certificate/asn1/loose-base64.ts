import { fromBase64 } from './base64.ts';
import type { Bytes } from './der.ts';

/**
 * The bytes of base64 with white space, padded or not. Of a text that was cut off, those that are
 * complete. `undefined` when any other character is in it.
 */
export function fromLooseBase64(text: string): Bytes | undefined {
  const digits = text.replace(/\s+/g, '');
  const padded = digits.padEnd(Math.ceil(digits.length / 4) * 4, '=');
  return fromBase64(padded) ?? fromBase64(digits.slice(0, digits.length - (digits.length % 4)));
}
