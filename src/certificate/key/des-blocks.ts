import { permutation, substitutions } from './des-tables.ts';

/** What S1 to S8 and P make of six bits, turned left by one as the halves are between rounds. */
const boxes = Int32Array.from({ length: 8 * 64 }, (_, entry) => {
  const [box, six] = [entry >> 6, entry & 63];
  const row = ((six & 32) >> 4) | (six & 1);
  const digit = substitutions[box]?.[row * 16 + ((six >> 1) & 15)] ?? '';
  const word = Number.parseInt(digit, 16) << (28 - 4 * box);
  const permuted = permutation.reduce<number>(
    (bits, from, to) => bits | (((word >>> (32 - from)) & 1) << (31 - to)),
    0,
  );
  return (permuted << 1) | (permuted >>> 31);
});

/**
 * Puts one block of 8 octets through DES (FIPS 46-3) once for each list of subkeys, one after the
 * other, and writes it at the same place of `out`. The permutations at the ends, which cancel each
 * other out in between, are made once. Not hardened against whoever measures its time or its cache:
 * for what is deciphered once.
 */
export function passThroughDes(
  passes: readonly Int32Array[],
  data: Uint8Array,
  offset: number,
  out: Uint8Array,
): void {
  const from = new DataView(data.buffer, data.byteOffset + offset, 8);
  let left = from.getInt32(0);
  let right = from.getInt32(4);
  let mask = 0;
  // IP, by exchanging bits between the halves; both stay turned left by one.
  left ^= (mask = ((left >>> 4) ^ right) & 0x0f0f0f0f) << 4;
  right ^= mask;
  left ^= (mask = ((left >>> 16) ^ right) & 0x0000ffff) << 16;
  right ^= mask;
  right ^= (mask = ((right >>> 2) ^ left) & 0x33333333) << 2;
  left ^= mask;
  right ^= (mask = ((right >>> 8) ^ left) & 0x00ff00ff) << 8;
  left ^= mask;
  right = (right << 1) | (right >>> 31);
  left ^= mask = (left ^ right) & 0xaaaaaaaa;
  right ^= mask;
  left = (left << 1) | (left >>> 31);

  for (const subkeys of passes) {
    for (let index = 0; index < 32; index += 2) {
      const odd = ((right << 28) | (right >>> 4)) ^ (subkeys[index] ?? 0);
      const even = right ^ (subkeys[index + 1] ?? 0);
      const mixed =
        left ^
        (boxes[(odd >>> 24) & 63] ?? 0) ^
        (boxes[64 + ((even >>> 24) & 63)] ?? 0) ^
        (boxes[128 + ((odd >>> 16) & 63)] ?? 0) ^
        (boxes[192 + ((even >>> 16) & 63)] ?? 0) ^
        (boxes[256 + ((odd >>> 8) & 63)] ?? 0) ^
        (boxes[320 + ((even >>> 8) & 63)] ?? 0) ^
        (boxes[384 + (odd & 63)] ?? 0) ^
        (boxes[448 + (even & 63)] ?? 0);
      left = right;
      right = mixed;
    }
    [left, right] = [right, left];
  }

  // The inverse of IP.
  left = (left << 31) | (left >>> 1);
  left ^= mask = (left ^ right) & 0xaaaaaaaa;
  right ^= mask;
  right = (right << 31) | (right >>> 1);
  right ^= (mask = ((right >>> 8) ^ left) & 0x00ff00ff) << 8;
  left ^= mask;
  right ^= (mask = ((right >>> 2) ^ left) & 0x33333333) << 2;
  left ^= mask;
  left ^= (mask = ((left >>> 16) ^ right) & 0x0000ffff) << 16;
  right ^= mask;
  left ^= (mask = ((left >>> 4) ^ right) & 0x0f0f0f0f) << 4;
  right ^= mask;
  const to = new DataView(out.buffer, out.byteOffset + offset, 8);
  to.setInt32(0, left);
  to.setInt32(4, right);
}
