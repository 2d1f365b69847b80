import type { FileKind } from './file-kind.ts';
import { openingKind } from './opening.ts';

/** id-data of RFC 5652, with its tag and length. */
const dataOid = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01];

/**
 * Which SAT file a CMS is, by what it wraps: a ZIP of requests makes an .sdg, one certificate
 * request a .ren.
 */
export function cmsKind(bytes: Uint8Array): FileKind {
  const content = wrappedContent(bytes);
  if (content && startsWith(content, 0, [0x50, 0x4b, 0x03, 0x04])) return 'sdg';
  if (content && openingKind(content) === 'certificate_request') return 'renewal_request';
  return 'cms';
}

function wrappedContent(bytes: Uint8Array): Uint8Array | undefined {
  const head = bytes.subarray(0, 1024);
  const at = head.findIndex((_, offset) => startsWith(head, offset, dataOid));
  if (at < 0) return undefined;
  let offset = at + dataOid.length;
  for (const tag of [0xa0, 0x24, 0x04]) {
    if (bytes[offset] === tag) offset += 2 + lengthOctets(bytes[offset + 1] ?? 0);
    else if (tag !== 0x24) return undefined;
  }
  return bytes.subarray(offset);
}

function lengthOctets(first: number): number {
  return first > 0x80 ? first & 0x7f : 0;
}

function startsWith(bytes: Uint8Array, offset: number, pattern: readonly number[]): boolean {
  return pattern.every((octet, index) => bytes[offset + index] === octet);
}
