import { DerError, sequenceOf, type Bytes, type DerNode } from '../asn1/der.ts';
import { tags } from '../asn1/tags.ts';
import { oidValue, smallInteger } from '../asn1/der-values.ts';
import { oid, prfHashes } from '../asn1/oid.ts';
import { refusedKey } from './key-refusal.ts';
import { pbkdf2Work, readIterations } from './work.ts';

interface Pbkdf2 {
  /** The work of deriving once. */
  iterations: number;
  /** Octets, when the file names them. */
  declaredKeyLength: number | undefined;
  /** Octets of a key out of those of a password. */
  derive: (password: Uint8Array, length: number) => Promise<Bytes>;
}

/**
 * Reads the AlgorithmIdentifier of a PBKDF2 (RFC 8018 appendix A.2).
 *
 * @throws DerError
 * @throws FirmaError `unsupported_key` for other derivations (scrypt) and hashes,
 *   `too_many_iterations`
 */
export function readPbkdf2(node: DerNode | undefined): Pbkdf2 {
  const [algorithm, parameters] = sequenceOf(node);
  if (oidValue(algorithm) !== oid.pbkdf2) throw refusedKey('cipher');
  const [salt, iterationCount, ...rest] = sequenceOf(parameters);
  if (!salt) throw new DerError('no salt');
  if (salt.tag !== tags.octetString) throw refusedKey('cipher');
  const iterations = readIterations(iterationCount);
  const keyLength = rest.find(({ tag }) => tag === tags.integer);
  const prf = rest.find(({ tag }) => tag === tags.sequence);
  const hash = prf ? prfHashes[oidValue(sequenceOf(prf)[0])] : 'SHA-1';
  if (!hash) throw refusedKey('cipher');
  return {
    iterations: iterations * pbkdf2Work[hash],
    declaredKeyLength: keyLength && smallInteger(keyLength),
    derive: (password, length) =>
      derivePbkdf2({ hash, password, salt: salt.content, iterations, length }),
  };
}

/** PBKDF2 with HMAC (RFC 8018 section 5.2), by WebCrypto. `length` in octets. */
export async function derivePbkdf2(derivation: {
  hash: keyof typeof pbkdf2Work;
  password: Uint8Array;
  salt: Bytes;
  iterations: number;
  length: number;
}): Promise<Bytes> {
  const { subtle } = globalThis.crypto;
  const { hash, password, salt, iterations, length } = derivation;
  const octets = new Uint8Array(password);
  const base = await subtle.importKey('raw', octets, 'PBKDF2', false, ['deriveBits']);
  const algorithm = { name: 'PBKDF2', hash, salt, iterations };
  return new Uint8Array(await subtle.deriveBits(algorithm, base, length * 8));
}
