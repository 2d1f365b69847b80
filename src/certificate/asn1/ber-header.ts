import { DerError } from './der.ts';

/** The bytes end before the element does. */
export class CutOff extends DerError {}

/** The header of an element in BER: where its content is. */
export interface BerHeader {
  tag: number;
  /** Where its content begins. */
  inside: number;
  /** Where the next element begins; `undefined` for an indefinite length. */
  after: number | undefined;
}

const mostLengthOctets = 8;
const largestLength = 0xffff_ffff;

/**
 * The header at an offset (X.690 section 8.1): one-octet tag, a length of at most eight octets and
 * below 4 GiB, also an indefinite one or one that is longer than needed, as Java and Windows write
 * them in a .pfx. Says nothing of whether the content is all there.
 *
 * @throws CutOff · DerError for anything else
 */
export function readBerHeader(bytes: Uint8Array, at: number): BerHeader {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined) throw new CutOff();
  if ((tag & 0x1f) === 0x1f) throw new DerError('tag of several octets');
  if (first === undefined) throw new CutOff();
  if (first < 0x80) return { tag, inside: at + 2, after: at + 2 + first };
  const count = first & 0x7f;
  if (count > mostLengthOctets) throw new DerError('overlong length');
  if (count === 0) {
    if ((tag & 0x20) === 0) throw new DerError('a primitive of indefinite length');
    return { tag, inside: at + 2, after: undefined };
  }
  const inside = at + 2 + count;
  if (inside > bytes.length) throw new CutOff();
  const length = bytes.subarray(at + 2, inside).reduce((sum, octet) => sum * 0x100 + octet, 0);
  if (length > largestLength) throw new DerError('overlong length');
  return { tag, inside, after: inside + length };
}
