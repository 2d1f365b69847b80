import { DerError, readDer, sequenceOf, type Bytes, type DerNode } from '../asn1/der.ts';
import { bitStringOctets, oidValue, unsignedInteger } from '../asn1/der-values.ts';
import { oid } from '../asn1/oid.ts';

/**
 * The modulus of an RSA SubjectPublicKeyInfo, big-endian without leading zero, a copy of its own
 * (RFC 3279 section 2.3.1); empty for a key of another algorithm. Every certificate of the SAT is
 * RSA.
 *
 * @throws DerError
 */
export function modulusOf(subjectPublicKeyInfo: DerNode | undefined): Bytes {
  const [algorithm, key, extra] = sequenceOf(subjectPublicKeyInfo);
  if (extra) throw new DerError('a public key has two parts');
  if (oidValue(sequenceOf(algorithm)[0]) !== oid.rsaEncryption) {
    return new Uint8Array();
  }
  const [modulus, exponent, more] = sequenceOf(readDer(bitStringOctets(key)));
  if (more || unsignedInteger(exponent).length === 0) throw new DerError('not an RSA key');
  return new Uint8Array(unsignedInteger(modulus));
}
