import type { Bytes } from '../asn1/der.ts';
import { chained, decryptPadded } from './padded-cbc.ts';
import { expandRc2Key } from './rc2-key.ts';

/** How far each of the four words is turned in a mixing round (RFC 2268 section 3.1). */
const turns = [1, 2, 3, 5] as const;
const words = [3, 2, 1, 0] as const;
/** After these rounds of the sixteen, counted from the end, comes a mashing round (section 4.3). */
const mashAfter = [5, 11];

/**
 * Deciphers RC2-CBC (RFC 2268), the cipher of .pfx files of old. In: a key of 1 to 128 octets, of
 * which `effectiveBits` count, an initial vector of 8 octets, whole blocks. Out: the plain octets
 * without their padding, or `undefined` when the padding is wrong, so when the key is.
 */
export function decryptRc2(
  key: Uint8Array,
  effectiveBits: number,
  iv: Uint8Array,
  data: Uint8Array,
): Bytes | undefined {
  const expanded = expandRc2Key(key, effectiveBits);
  return decryptPadded(
    chained((from, offset, plain) => decipherBlock(expanded, from, offset, plain)),
    iv,
    data,
  );
}

function decipherBlock(
  key: Uint16Array,
  data: Uint8Array,
  offset: number,
  plain: Uint8Array,
): void {
  const block = new DataView(data.buffer, data.byteOffset + offset, 8);
  const r = Uint16Array.from({ length: 4 }, (_, index) => block.getUint16(index * 2, true));
  const word = (index: number) => r[index & 3] ?? 0;
  for (let round = 1; round <= 16; round++) {
    for (const index of words) {
      const turned = (word(index) >>> turns[index]) | (word(index) << (16 - turns[index]));
      const [one, two, three] = [word(index - 1), word(index - 2), word(index - 3)];
      const subkey = key[(16 - round) * 4 + index] ?? 0;
      r[index] = turned - subkey - (one & two) - (~one & three);
    }
    if (!mashAfter.includes(round)) continue;
    for (const index of words) r[index] = word(index) - (key[word(index - 1) & 63] ?? 0);
  }
  const out = new DataView(plain.buffer, plain.byteOffset + offset, 8);
  r.forEach((value, index) => out.setUint16(index * 2, value, true));
}
