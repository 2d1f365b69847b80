import type { Bytes } from '../asn1/der.ts';

/** Deciphers whole blocks that are chained from an initial vector (CBC), and leaves the padding. */
export type CbcDecipher = (iv: Uint8Array, data: Uint8Array) => Bytes;

/**
 * Deciphers CBC with the padding of RFC 8018 section 6.1.1 step 4. In: an initial vector of one
 * block, one or more whole blocks. Out: the plain octets, or `undefined` when the padding is wrong,
 * so when the key is.
 */
export function decryptPadded(
  decipher: CbcDecipher,
  iv: Uint8Array,
  data: Uint8Array,
): Bytes | undefined {
  const block = iv.length;
  // The last block alone tells almost every wrong password, at a hundredth of the work.
  const beforeLast = data.length > block ? data.subarray(-2 * block, -block) : iv;
  const count = paddingOf(decipher(beforeLast, data.subarray(-block)));
  if (count === undefined) return undefined;
  return decipher(iv, data).subarray(0, data.length - count);
}

/**
 * CBC of a cipher that deciphers one block. In: what writes into `plain` the octets of the block
 * that begins at `offset` of `data`.
 */
export function chained(
  decipherBlock: (data: Uint8Array, offset: number, plain: Uint8Array) => void,
): CbcDecipher {
  return (iv, data) => {
    const plain = new Uint8Array(data.length);
    for (let offset = 0; offset < data.length; offset += iv.length) {
      decipherBlock(data, offset, plain);
      for (let index = 0; index < iv.length; index++) {
        const before = offset === 0 ? iv[index] : data[offset - iv.length + index];
        plain[offset + index] = (plain[offset + index] ?? 0) ^ (before ?? 0);
      }
    }
    return plain;
  };
}

/**
 * Enciphers CBC with that padding. In: what puts the block that begins at `offset` of `data` through
 * the cipher, into the same place of `out`, which may be `data` itself.
 */
export function encryptPadded(
  encipherBlock: (data: Uint8Array, offset: number, out: Uint8Array) => void,
  iv: Uint8Array,
  plain: Uint8Array,
): Bytes {
  const data = withPadding(plain, iv.length);
  for (let offset = 0; offset < data.length; offset += iv.length) {
    for (let index = 0; index < iv.length; index++) {
      const before = offset === 0 ? iv[index] : data[offset - iv.length + index];
      data[offset + index] = (data[offset + index] ?? 0) ^ (before ?? 0);
    }
    encipherBlock(data, offset, data);
  }
  return data;
}

/** As many octets as lack to a whole block, a whole block when none does, each the count of them. */
function withPadding(plain: Uint8Array, block: number): Bytes {
  const count = block - (plain.length % block);
  const padded = new Uint8Array(plain.length + count).fill(count);
  padded.set(plain);
  return padded;
}

function paddingOf(lastBlock: Uint8Array): number | undefined {
  const count = lastBlock.at(-1) ?? 0;
  const isPadding =
    count >= 1 &&
    count <= lastBlock.length &&
    lastBlock.subarray(-count).every((octet) => octet === count);
  return isPadding ? count : undefined;
}
