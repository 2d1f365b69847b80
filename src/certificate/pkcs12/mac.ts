import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { DerError, expectTag, sequenceOf, type Bytes, type DerNode } from '../asn1/der.ts';
import { tags } from '../asn1/tags.ts';
import { oidValue } from '../asn1/der-values.ts';
import { hashNames, type HashName } from '../asn1/hash-oid.ts';
import { refusedKey } from '../key/key-refusal.ts';
import { derivePkcs12, pkcs12Purposes, pkcs12Work } from '../key/pkcs12-kdf.ts';
import { readIterations } from '../key/work.ts';
import { readPbmac1 } from './pbmac1.ts';
import { pkcs12Oid } from './pkcs12-oid.ts';
import { hasSameBytes } from '../asn1/same-bytes.ts';
import type { Lock } from './unlocking.ts';

/** The MAC of a .pfx, read but not computed. */
export interface Mac extends Lock {
  /** In: a password in the form asked for, and the octets that the MAC is of. */
  fits(password: Bytes, content: Bytes): Promise<boolean>;
}

const digests = { 'SHA-1': sha1, 'SHA-256': sha256, 'SHA-384': sha384, 'SHA-512': sha512 };

/**
 * Reads MacData (RFC 7292 section 4): HMAC under PKCS#12's own derivation, or PBMAC1 (RFC 9579).
 *
 * @throws DerError
 * @throws FirmaError `unsupported_key` for other digests · `too_many_iterations`
 */
export function readMac(node: DerNode): Mac {
  const [digestInfo, macSalt, iterationCount, extra] = sequenceOf(node);
  if (extra) throw new DerError('MacData has three parts');
  const [algorithm, digest, more] = sequenceOf(digestInfo);
  if (more) throw new DerError('a DigestInfo has two parts');
  const expected = expectTag(digest, tags.octetString).content;
  const [id, parameters] = sequenceOf(algorithm);
  if (oidValue(id) === pkcs12Oid.pbmac1) return readPbmac1(parameters, expected);
  const hash = hashNames[oidValue(id)];
  if (!hash) throw refusedKey('cipher');
  const salt = expectTag(macSalt, tags.octetString).content;
  const iterations = iterationCount ? readIterations(iterationCount) : 1;
  return {
    iterations: pkcs12Work({ hash, salt, iterations, length: digests[hash].outputLen }),
    passwordForm: 'bmp',
    fits: async (password, content) =>
      hasSameBytes(computeMac({ hash, salt, iterations, password }, content), expected),
  };
}

/** In: the password in BMP form. Out: the HMAC, as long as the hash. */
export function computeMac(
  derivation: { hash: HashName; salt: Bytes; iterations: number; password: Bytes },
  content: Bytes,
): Bytes {
  const digest = digests[derivation.hash];
  const length = digest.outputLen;
  const key = derivePkcs12({ ...derivation, purpose: pkcs12Purposes.mac, length });
  return new Uint8Array(hmac(digest, key, content));
}
