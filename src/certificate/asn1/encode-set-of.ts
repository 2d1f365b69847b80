import { encodeDer } from './der-encode.ts';
import { type Bytes } from './der.ts';
import { tags } from './tags.ts';

/**
 * A SET OF in DER: its elements in the order of their encodings, whatever order they come in (X.690
 * section 11.6; the length octets are compared too, so a shorter element stands first).
 */
export function encodeSetOf(elements: readonly Bytes[]): Bytes {
  return encodeDer(tags.set, ...elements.toSorted(compareBytes));
}

function compareBytes(a: Bytes, b: Bytes): number {
  const at = a.findIndex((octet, index) => octet !== b[index]);
  return at < 0 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? 0);
}
