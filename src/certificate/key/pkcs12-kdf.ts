import type { Bytes } from '../asn1/der.ts';
import type { HashName } from '../asn1/hash-oid.ts';
import { joinBytes } from '../asn1/join-bytes.ts';
import { hashLengths, iterateHash } from './iterated-hash.ts';
import { saltBlocks } from './pbe-parameters.ts';
import { hashWork } from './work.ts';

/** What the octets are for: a key, an initial vector, the key of a MAC (RFC 7292 appendix B.3). */
export const pkcs12Purposes = { key: 1, iv: 2, mac: 3 } as const;

export interface Pkcs12Derivation {
  hash: HashName;
  /** BMPString with its two zero octets; empty where there is no password at all. */
  password: Uint8Array;
  salt: Uint8Array;
  /** At least 1. */
  iterations: number;
  purpose: (typeof pkcs12Purposes)[keyof typeof pkcs12Purposes];
  /** Octets to derive. */
  length: number;
}

/** Derives octets from a password as PKCS#12 does (RFC 7292 appendix B.2). */
export function derivePkcs12(derivation: Pkcs12Derivation): Bytes {
  const { hash, password, salt, iterations, purpose, length } = derivation;
  const { digest, block } = hashLengths(hash);
  const diversifier = new Uint8Array(block).fill(purpose);
  const filled = [salt, password].map((part) => repeated(part, block));
  const input = joinBytes([diversifier, ...filled]);
  const derived = new Uint8Array(length);
  for (let offset = 0; offset < length; offset += digest) {
    const round = iterateHash(hash, input, iterations);
    derived.set(round.subarray(0, length - offset), offset);
    addToBlocks(input.subarray(block), repeated(round, block).subarray(0, block));
  }
  return derived;
}

/** The work of {@link derivePkcs12}, in the units of the WorkBudget. */
export function pkcs12Work({
  hash,
  salt,
  iterations,
  length,
}: Pick<Pkcs12Derivation, 'hash' | 'salt' | 'iterations' | 'length'>): number {
  const { digest, block } = hashLengths(hash);
  return Math.ceil(length / digest) * (iterations + saltBlocks(salt, block)) * hashWork[hash];
}

/** As often as it takes to fill whole blocks (steps 2 and 3); nothing when it is empty. */
function repeated(part: Uint8Array, block: number): Bytes {
  const filled = new Uint8Array(Math.ceil(part.length / block) * block);
  for (let index = 0; index < filled.length; index++)
    filled[index] = part[index % part.length] ?? 0;
  return filled;
}

/** Adds `addend` and one to each block, modulo 2^(8 · its length) (step 6 C). */
function addToBlocks(blocks: Uint8Array, addend: Uint8Array): void {
  for (let start = 0; start < blocks.length; start += addend.length) {
    let carry = 1;
    for (let index = addend.length - 1; index >= 0; index--) {
      const sum = (blocks[start + index] ?? 0) + (addend[index] ?? 0) + carry;
      blocks[start + index] = sum;
      carry = sum >> 8;
    }
  }
}
