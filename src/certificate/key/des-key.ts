import { keyChoice, keyTurns, subkeyChoice } from './des-tables.ts';

/** The bit of the key, counted from 0, that each of the 48 bits of each round's subkey is. */
const sources = Uint8Array.from({ length: 16 * 48 }, (_, place) => {
  const turn = keyTurns[Math.floor(place / 48)] ?? 0;
  const choice = (subkeyChoice[place % 48] ?? 1) - 1;
  const half = choice < 28 ? 0 : 28;
  return (keyChoice[half + ((choice - half + turn) % 28)] ?? 1) - 1;
});

/**
 * The sixteen subkeys of DES (FIPS 46-3), two words a round: the six bits for S1, S3, S5 and S7, each
 * group in an octet of its own, then those for S2, S4, S6 and S8. In: a key of 8 octets, whose parity
 * bits are not looked at.
 */
export function expandDesKey(key: Uint8Array): Int32Array {
  const subkeys = new Int32Array(32);
  for (let place = 0; place < sources.length; place++) {
    const source = sources[place] ?? 0;
    const bit = ((key[source >> 3] ?? 0) >> (7 - (source & 7))) & 1;
    const index = place % 48;
    const group = Math.floor(index / 6);
    const word = Math.floor(place / 48) * 2 + (group & 1);
    const left = 24 - 8 * (group >> 1) + (5 - (index % 6));
    subkeys[word] = (subkeys[word] ?? 0) | (bit << left);
  }
  return subkeys;
}

/** The subkeys in the order that deciphers. */
export function reversedDesKey(subkeys: Int32Array): Int32Array {
  return subkeys.map((_, index) => subkeys[30 - (index & ~1) + (index & 1)] ?? 0);
}
