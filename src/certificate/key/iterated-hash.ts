import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import type { Bytes } from '../asn1/der.ts';

const hashes = {
  MD5: md5,
  'SHA-1': sha1,
  'SHA-256': sha256,
  'SHA-384': sha384,
  'SHA-512': sha512,
} as const;

export type IteratedHash = keyof typeof hashes;

/** Octets of the digest, and of the blocks the hash works in. */
export function hashLengths(hash: IteratedHash): { digest: number; block: number } {
  const { outputLen, blockLen } = hashes[hash];
  return { digest: outputLen, block: blockLen };
}

/** The hash of the hash of … of the data, `iterations` times (at least once). */
export function iterateHash(hash: IteratedHash, data: Uint8Array, iterations: number): Bytes {
  const digest = new Uint8Array(hashes[hash](data));
  // One state for all rounds: twice as fast as a new one for each.
  const fresh = hashes[hash].create();
  const state = fresh.clone();
  for (let round = 1; round < iterations; round++) {
    fresh._cloneInto(state).update(digest).digestInto(digest);
  }
  return digest;
}
