import { DerError, readDer, sequenceOf, type Bytes } from '../asn1/der.ts';
import { unsignedInteger } from '../asn1/der-values.ts';

/** Both numbers big-endian, without a leading zero octet, views into what was read. */
export interface RsaPublicKey {
  modulus: Bytes;
  publicExponent: Bytes;
}

/**
 * An RSAPublicKey (RFC 8017 appendix A.1.1). In: its DER, the content of the BIT STRING of a
 * SubjectPublicKeyInfo (RFC 3279 section 2.3.1).
 *
 * @throws DerError
 */
export function readRsaPublicKey(der: Bytes): RsaPublicKey {
  const [modulus, exponent, more] = sequenceOf(readDer(der));
  const key = {
    modulus: unsignedInteger(modulus),
    publicExponent: unsignedInteger(exponent),
  };
  if (more || key.modulus.length === 0 || key.publicExponent.length === 0) {
    throw new DerError('not an RSA key');
  }
  return key;
}

/** Bits of a number without a leading zero octet. */
export function bitLength(octets: Uint8Array): number {
  return octets.length * 8 - Math.clz32(octets[0] ?? 0) + 24;
}
