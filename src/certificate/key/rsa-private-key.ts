import { FirmaError } from '../../errors.ts';
import { encodeDer, encodeSmallInteger } from '../asn1/der-encode.ts';
import {
  contextTag,
  DerError,
  expectTag,
  readDer,
  sequenceOf,
  tags,
  type Bytes,
} from '../asn1/der.ts';
import { oidValue, smallInteger, unsignedInteger } from '../asn1/der-values.ts';
import { oid } from '../asn1/oid.ts';
import { toHex } from '../asn1/hex.ts';

/** AlgorithmIdentifier { rsaEncryption, NULL } (RFC 8017 appendix A.1). */
const rsaAlgorithm = Uint8Array.from([
  0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00,
]);

export interface RsaPrivateKey {
  /** DER of the PrivateKeyInfo */
  pkcs8: Bytes;
  /** Big-endian, no leading zero, a copy of its own. */
  modulus: Bytes;
}

/**
 * Reads a key in clear: PrivateKeyInfo (RFC 5958 section 2) around an RSAPrivateKey (RFC 8017
 * appendix A.1.2), and makes sure that its numbers belong together, so that no garbage passes.
 *
 * @throws DerError when it is none
 * @throws FirmaError `unsupported_key` when a well-formed PrivateKeyInfo holds no RSA key, or one
 *   of other than 1024 to 8192 bits
 */
export function readPrivateKeyInfo(der: Bytes): RsaPrivateKey {
  const [version, algorithm, key, ...rest] = sequenceOf(readDer(der));
  if (smallInteger(version) > 1) throw new DerError('unknown version');
  const { content } = expectTag(key, tags.octetString);
  const known = [contextTag(0), contextTag(1, false)];
  if (rest.some(({ tag }) => !known.includes(tag))) throw new DerError('unknown part');
  const [algorithmId, parameters] = sequenceOf(algorithm);
  if (oidValue(algorithmId) !== oid.rsaEncryption) throw new FirmaError('unsupported_key');
  expectTag(parameters, tags.null);
  return { pkcs8: der, modulus: modulusOfPrivateKey(content) };
}

/**
 * As {@link readPrivateKeyInfo}, also for a bare RSAPrivateKey, which it wraps. A bare ECPrivateKey
 * (RFC 5915) is `unsupported_key`.
 */
export function readPlainKey(der: Bytes): RsaPrivateKey {
  const [, second] = sequenceOf(readDer(der));
  if (second?.tag === tags.octetString) throw new FirmaError('unsupported_key');
  if (second?.tag !== tags.integer) return readPrivateKeyInfo(der);
  const content = encodeDer(tags.octetString, der);
  return readPrivateKeyInfo(encodeDer(tags.sequence, encodeSmallInteger(0), rsaAlgorithm, content));
}

function modulusOfPrivateKey(der: Bytes): Bytes {
  const parts = sequenceOf(readDer(der));
  if (parts.length !== 9 || smallInteger(parts[0]) !== 0) throw new DerError('not two primes');
  const modulus = unsignedInteger(parts[1]);
  const [n = 0n, e = 0n, d = 0n, p = 0n, q = 0n, dp = 0n, dq = 0n, qInverse = 0n] = parts
    .slice(1)
    .map((part) => toBigInt(unsignedInteger(part)));
  const belongTogether =
    p > 1n &&
    q > 1n &&
    p * q === n &&
    d % (p - 1n) === dp &&
    d % (q - 1n) === dq &&
    (e * dp) % (p - 1n) === 1n &&
    (e * dq) % (q - 1n) === 1n &&
    (q * qInverse) % p === 1n;
  if (!belongTogether) throw new DerError('numbers of no RSA key');
  if (modulus.length < 128 || modulus.length > 1024) throw new FirmaError('unsupported_key');
  return new Uint8Array(modulus);
}

function toBigInt(bytes: Uint8Array): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${toHex(bytes)}`);
}
