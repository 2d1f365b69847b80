import { keyChoice, keyTurns, subkeyChoice } from './des-tables.ts';

/**
 * The sixteen subkeys of DES (FIPS 46-3), two words a round: the six bits for S1, S3, S5 and S7, each
 * group in an octet of its own, then those for S2, S4, S6 and S8. In: a key of 8 octets, whose parity
 * bits are not looked at.
 */
export function expandDesKey(key: Uint8Array): Int32Array {
  const chosen = keyChoice.map((bit) => ((key[(bit - 1) >> 3] ?? 0) >> (7 - ((bit - 1) & 7))) & 1);
  const subkeys = new Int32Array(32);
  for (const [round, turn] of keyTurns.entries()) {
    for (const [index, choice] of subkeyChoice.entries()) {
      const half = choice > 28 ? 28 : 0;
      const bit = chosen[half + ((choice - 1 - half + turn) % 28)] ?? 0;
      const group = Math.floor(index / 6);
      const place = 24 - 8 * (group >> 1) + (5 - (index % 6));
      const word = round * 2 + (group & 1);
      subkeys[word] = (subkeys[word] ?? 0) | (bit << place);
    }
  }
  return subkeys;
}

/** The subkeys in the order that deciphers. */
export function reversedDesKey(subkeys: Int32Array): Int32Array {
  return subkeys.map((_, index) => subkeys[30 - (index & ~1) + (index & 1)] ?? 0);
}
