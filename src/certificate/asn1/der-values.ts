import { DerError, expectTag, type Bytes, type DerNode } from './der.ts';
import { tags } from './tags.ts';
import { oidText } from './oid-text.ts';

/**
 * The content octets of an INTEGER, in their shortest form (X.690 section 8.3.2).
 *
 * @throws DerError
 */
export function integerOctets(node: DerNode | undefined): Bytes {
  return shortestInteger(node).content;
}

/**
 * The magnitude of an INTEGER that is not negative, big-endian, without a leading zero.
 *
 * @throws DerError
 */
export function unsignedInteger(node: DerNode | undefined): Bytes {
  const { bytes, inside, end } = shortestInteger(node);
  const first = bytes[inside] ?? 0;
  if (first >= 0x80) throw new DerError('negative integer');
  return bytes.subarray(first === 0 ? inside + 1 : inside, end);
}

/**
 * An INTEGER from 0 to 2^32 - 1.
 *
 * @throws DerError
 */
export function smallInteger(node: DerNode | undefined): number {
  const { bytes, inside, end } = shortestInteger(node);
  if ((bytes[inside] ?? 0) >= 0x80) throw new DerError('negative integer');
  let value = 0;
  for (let index = inside; index < end; index++) {
    value = value * 0x100 + (bytes[index] ?? 0);
    if (value > 0xffff_ffff) throw new DerError('integer too large');
  }
  return value;
}

function shortestInteger(node: DerNode | undefined): DerNode {
  const integer = expectTag(node, tags.integer);
  const { bytes, inside, end } = integer;
  const [length, first, second] = [end - inside, bytes[inside] ?? 0, bytes[inside + 1] ?? 0];
  if (length === 0) throw new DerError('empty integer');
  if (length > 1 && (first === 0 ? second < 0x80 : first === 0xff && second >= 0x80)) {
    throw new DerError('integer not in its shortest form');
  }
  return integer;
}

/**
 * A BOOLEAN; DER knows FF and 00 alone (X.690 section 11.1).
 *
 * @throws DerError
 */
export function booleanValue(node: DerNode | undefined): boolean {
  const { bytes, inside, end } = expectTag(node, tags.boolean);
  const octet = bytes[inside];
  if (end - inside !== 1 || (octet !== 0 && octet !== 0xff)) {
    throw new DerError('neither true nor false');
  }
  return octet === 0xff;
}

/**
 * An OBJECT IDENTIFIER in dotted form (X.690 section 8.19).
 *
 * @throws DerError
 */
export function oidValue(node: DerNode | undefined): string {
  const { bytes, inside, end } = expectTag(node, tags.oid);
  return oidText(bytes, inside, end);
}

/**
 * The octets of a BIT STRING that has no unused bits.
 *
 * @throws DerError
 */
export function bitStringOctets(node: DerNode | undefined): Bytes {
  const { bytes, inside, end } = expectTag(node, tags.bitString);
  if (end === inside || bytes[inside] !== 0) {
    throw new DerError('bit string of whole octets expected');
  }
  return bytes.subarray(inside + 1, end);
}

/**
 * The numbers of the bits that are set in a BIT STRING of named bits (X.690 section 11.2).
 *
 * @throws DerError
 */
export function namedBits(node: DerNode | undefined): number[] {
  const { bytes, inside, end } = expectTag(node, tags.bitString);
  const unused = bytes[inside];
  if (end === inside || unused === undefined || unused > 7) {
    throw new DerError('wrong count of unused bits');
  }
  const count = (end - inside - 1) * 8 - unused;
  const set: number[] = [];
  for (let bit = 0; bit < count; bit++) {
    const octet = bytes[inside + 1 + (bit >> 3)] ?? 0;
    if (octet & (0x80 >> (bit & 7))) set.push(bit);
  }
  return set;
}
