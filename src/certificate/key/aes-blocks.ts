import { chained, type CbcDecipher } from './padded-cbc.ts';
import { expandAesKey, inverseSbox, timesX } from './aes-key.ts';

/**
 * The inverse cipher of AES (FIPS 197 section 5.3), chained (CBC). In: a key of 16, 24 or 32 octets.
 * Not hardened against whoever measures its time or its cache: for what is deciphered once.
 */
export function decipherAesBlocks(key: Uint8Array): CbcDecipher {
  const roundKeys = expandAesKey(key);
  return chained((data, offset, plain) => {
    const state = Uint8Array.from(data.subarray(offset, offset + 16));
    addRoundKey(state, roundKeys.at(-1));
    for (let round = roundKeys.length - 2; round >= 0; round--) {
      shiftAndSubstitute(state);
      addRoundKey(state, roundKeys[round]);
      if (round > 0) unmixColumns(state);
    }
    plain.set(state, offset);
  });
}

function addRoundKey(state: Uint8Array, roundKey: Uint8Array | undefined): void {
  for (let index = 0; index < 16; index++)
    state[index] = at(state, index) ^ (roundKey?.[index] ?? 0);
}

/** InvShiftRows and InvSubBytes in one (sections 5.3.1 and 5.3.2). */
function shiftAndSubstitute(state: Uint8Array): void {
  const before = state.slice();
  for (let index = 0; index < 16; index++) {
    state[(index + 4 * (index & 3)) & 15] = at(inverseSbox, at(before, index));
  }
}

/** InvMixColumns (section 5.3.3): MixColumns after a step that makes it its own inverse. */
function unmixColumns(state: Uint8Array): void {
  for (let start = 0; start < 16; start += 4) {
    const column = state.slice(start, start + 4);
    const even = timesX(timesX(at(column, 0) ^ at(column, 2)));
    const odd = timesX(timesX(at(column, 1) ^ at(column, 3)));
    for (let row = 0; row < 4; row++) column[row] = at(column, row) ^ (row & 1 ? odd : even);
    const all = column.reduce((sum, octet) => sum ^ octet, 0);
    for (let row = 0; row < 4; row++) {
      const octet = at(column, row);
      state[start + row] = octet ^ all ^ timesX(octet ^ at(column, (row + 1) & 3));
    }
  }
}

function at(octets: Uint8Array, index: number): number {
  return octets[index] ?? 0;
}
