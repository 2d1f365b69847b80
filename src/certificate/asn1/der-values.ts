import { DerError, expectTag, tags, type Bytes, type DerNode } from './der.ts';

/**
 * The content octets of an INTEGER, in their shortest form (X.690 section 8.3.2).
 *
 * @throws DerError
 */
export function integerOctets(node: DerNode | undefined): Bytes {
  const { content } = expectTag(node, tags.integer);
  const [first, second] = content;
  if (first === undefined) throw new DerError('empty integer');
  if (second !== undefined && (first === 0 ? second < 0x80 : first === 0xff && second >= 0x80)) {
    throw new DerError('integer not in its shortest form');
  }
  return content;
}

/**
 * The magnitude of an INTEGER that is not negative, big-endian, without a leading zero.
 *
 * @throws DerError
 */
export function unsignedInteger(node: DerNode | undefined): Bytes {
  const octets = integerOctets(node);
  const first = octets[0] ?? 0;
  if (first >= 0x80) throw new DerError('negative integer');
  return first === 0 ? octets.subarray(1) : octets;
}

/**
 * An INTEGER from 0 to 2^32 - 1.
 *
 * @throws DerError
 */
export function smallInteger(node: DerNode | undefined): number {
  const octets = unsignedInteger(node);
  if (octets.length > 4) throw new DerError('integer too large');
  return octets.reduce((value, octet) => value * 0x100 + octet, 0);
}

/**
 * A BOOLEAN; DER knows FF and 00 alone (X.690 section 11.1).
 *
 * @throws DerError
 */
export function booleanValue(node: DerNode | undefined): boolean {
  const { content } = expectTag(node, tags.boolean);
  if (content.length !== 1 || (content[0] !== 0 && content[0] !== 0xff)) {
    throw new DerError('neither true nor false');
  }
  return content[0] === 0xff;
}

/**
 * An OBJECT IDENTIFIER in dotted form (X.690 section 8.19).
 *
 * @throws DerError
 */
export function oidValue(node: DerNode | undefined): string {
  const { content } = expectTag(node, tags.oid);
  const arcs: number[] = [];
  let arc = 0;
  let within = false;
  for (const octet of content) {
    if (!within && octet === 0x80) throw new DerError('arc not in its shortest form');
    arc = arc * 0x80 + (octet & 0x7f);
    if (arc > Number.MAX_SAFE_INTEGER) throw new DerError('arc too large');
    within = octet >= 0x80;
    if (within) continue;
    if (arcs.length === 0) {
      const root = Math.min(2, Math.floor(arc / 40));
      arcs.push(root, arc - root * 40);
    } else {
      arcs.push(arc);
    }
    arc = 0;
  }
  if (within || arcs.length === 0) throw new DerError('object identifier cut off');
  return arcs.join('.');
}

/**
 * The octets of a BIT STRING that has no unused bits.
 *
 * @throws DerError
 */
export function bitStringOctets(node: DerNode | undefined): Bytes {
  const { content } = expectTag(node, tags.bitString);
  if (content[0] !== 0) throw new DerError('bit string of whole octets expected');
  return content.subarray(1);
}

/**
 * The numbers of the bits that are set in a BIT STRING of named bits (X.690 section 11.2).
 *
 * @throws DerError
 */
export function namedBits(node: DerNode | undefined): number[] {
  const { content } = expectTag(node, tags.bitString);
  const unused = content[0];
  if (unused === undefined || unused > 7) throw new DerError('wrong count of unused bits');
  const count = (content.length - 1) * 8 - unused;
  const set: number[] = [];
  for (let bit = 0; bit < count; bit++) {
    const octet = content[1 + (bit >> 3)] ?? 0;
    if (octet & (0x80 >> (bit & 7))) set.push(bit);
  }
  return set;
}
