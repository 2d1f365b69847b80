import type { Bytes } from './der.ts';
import { fromLatin1 } from './windows-1252.ts';

// Chrome 127 and Node 20 have no Uint8Array.fromBase64.

/** Standard base64 with padding, on one line (RFC 4648 section 4). */
export function toBase64(bytes: Uint8Array): string {
  return btoa(fromLatin1(bytes));
}

/** base64url without padding (RFC 4648 section 5, RFC 7515 appendix C). */
export function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_');
}

/**
 * The bytes of canonical base64: padded, no white space, unused bits zero (RFC 4648 section 3.5).
 * `undefined` for anything else, so that one value has one writing.
 */
export function fromBase64(text: string): Bytes | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return text.endsWith('=') && toBase64(bytes) !== text ? undefined : bytes;
}

/** The bytes of canonical base64url without padding; `undefined` for anything else. */
export function fromBase64Url(text: string): Bytes | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const standard = text.replaceAll('-', '+').replaceAll('_', '/');
  return fromBase64(standard.padEnd(Math.ceil(text.length / 4) * 4, '='));
}
