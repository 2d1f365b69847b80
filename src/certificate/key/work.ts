import { DerError, type DerNode } from '../asn1/der.ts';
import { unsignedInteger } from '../asn1/der-values.ts';
import { refusedKey } from './key-refusal.ts';

/**
 * How much deriving of keys may still be done; shared by all files, passwords and encodings tried.
 * Its unit is one iteration of PBKDF2 with HMAC-SHA1 in WebCrypto: a SAT key takes 2,048 a try.
 */
export interface WorkBudget {
  iterations: number;
}

/** Under two seconds of one slow core. */
export const wholeBudget = 1_600_000;

/** What one iteration of PBKDF2 in WebCrypto takes, in units of {@link WorkBudget}. */
export const pbkdf2Work = { 'SHA-1': 1, 'SHA-256': 0.5, 'SHA-384': 1.5, 'SHA-512': 1.5 } as const;

/** What one round of a hash in JavaScript takes, in the same units. */
export const hashWork = {
  MD5: 2.5,
  'SHA-1': 2,
  'SHA-256': 2,
  'SHA-384': 6,
  'SHA-512': 6,
} as const;

/** Octets that are worked on for nothing: a key or a .pfx as people have them. */
const free = 8192;

/** The octets of something that are so many that the work on them counts. */
export function countedOctets({ length }: Uint8Array): number {
  return Math.max(0, length - free);
}

/** What deciphering one octet takes, in the same units; AES of 192 bits is JavaScript too. */
export const octetWork = { native: 0, des: 0.25, rc2: 1, aes192: 2 } as const;

/** The SAT asks for 2,048; more than this is an attack on the computer's time. */
const mostIterations = 1_000_000;

/**
 * An iteration count that is small enough to be computed (RFC 8018 section 4.2 sets no end).
 *
 * @throws DerError when it is no positive INTEGER
 * @throws FirmaError `too_many_iterations` over a million
 */
export function readIterations(node: DerNode | undefined): number {
  const octets = unsignedInteger(node);
  if (octets.length === 0) throw new DerError('no iterations');
  if (octets.length > 4) throw refusedKey('iterations');
  const iterations = octets.reduce((value, octet) => value * 0x100 + octet, 0);
  if (iterations > mostIterations) throw refusedKey('iterations');
  return iterations;
}

/**
 * Takes the work of one try out of the budget, before it is done.
 *
 * @throws FirmaError `too_many_iterations` when it does not reach; then it is left as it was
 */
export function spendWork(budget: WorkBudget, iterations: number): void {
  if (iterations > budget.iterations) throw refusedKey('iterations');
  budget.iterations -= iterations;
}
