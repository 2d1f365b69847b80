import { encodeDer } from '../asn1/der-encode.ts';
import { encodeAlgorithm, encodedNull, encodeInteger } from '../asn1/encode-values.ts';
import { DerError, expectTag, readDer, sequenceOf, type Bytes, type DerNode } from '../asn1/der.ts';
import { contextTag, tags } from '../asn1/tags.ts';
import { oidValue, smallInteger } from '../asn1/der-values.ts';
import { oid } from '../asn1/oid.ts';
import { refusedKey } from './key-refusal.ts';
import { publicNumbersOf } from './rsa-numbers.ts';

/** RFC 8017 appendix A.1 */
const rsaAlgorithm = encodeAlgorithm(oid.rsaEncryption, encodedNull);

export interface RsaPrivateKey {
  /** DER of the PrivateKeyInfo */
  pkcs8: Bytes;
  /** Big-endian, no leading zero, a copy of its own. */
  modulus: Bytes;
  /** Lower-case hex, no leading zero octet. */
  publicExponent: string;
}

/**
 * Reads a key in clear: PrivateKeyInfo (RFC 5958 section 2) around an RSAPrivateKey (RFC 8017
 * appendix A.1.2), and makes sure that its numbers belong together, so that no garbage passes.
 *
 * @throws DerError when it is none: what a wrong password deciphers to
 * @throws FirmaError, each a proof that the password was right, since chance does not spell the
 *   object identifier of an algorithm within a SEQUENCE of just this length: `unsupported_key` for
 *   a key that is not RSA, not of 1,024 to 8,192 bits or of numbers that protect nothing ·
 *   `not_a_private_key` for an RSA key that is damaged further in
 */
export function readPrivateKeyInfo(der: Bytes): RsaPrivateKey {
  const [version, algorithm, key, ...rest] = sequenceOf(readDer(der));
  if (smallInteger(version) > 1) throw new DerError('unknown version');
  const [algorithmId, parameters] = sequenceOf(algorithm);
  const isRsa = oidValue(algorithmId) === oid.rsaEncryption;
  if (!isRsa) {
    expectTag(key, tags.octetString);
    throw refusedKey('not_rsa');
  }
  try {
    return { pkcs8: der, ...numbersInside(parameters, key, rest) };
  } catch (error) {
    if (error instanceof DerError) throw refusedKey('damaged');
    throw error;
  }
}

/**
 * As {@link readPrivateKeyInfo}, also for a bare RSAPrivateKey, which it wraps. A bare ECPrivateKey
 * (RFC 5915) is `unsupported_key`.
 */
export function readPlainKey(der: Bytes): RsaPrivateKey {
  const [, second] = sequenceOf(readDer(der));
  if (second?.tag === tags.octetString) throw refusedKey('not_rsa');
  if (second?.tag !== tags.integer) return readPrivateKeyInfo(der);
  const content = encodeDer(tags.octetString, der);
  return readPrivateKeyInfo(encodeDer(tags.sequence, encodeInteger(0), rsaAlgorithm, content));
}

function numbersInside(
  parameters: DerNode | undefined,
  key: DerNode | undefined,
  rest: readonly DerNode[],
): Omit<RsaPrivateKey, 'pkcs8'> {
  expectTag(parameters, tags.null);
  const known = [contextTag(0), contextTag(1, false)];
  if (rest.some(({ tag }) => !known.includes(tag))) throw new DerError('unknown part');
  return publicNumbersOf(expectTag(key, tags.octetString).content);
}
