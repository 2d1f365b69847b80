import type { Certificate } from './certificate-facts.ts';
import { DerError, sequenceOf, type DerNode } from './asn1/der.ts';
import { tags } from './asn1/tags.ts';
import { bitStringOctets, oidValue } from './asn1/der-values.ts';
import { toHex } from './asn1/hex.ts';
import { curveBits, oid } from './asn1/oid.ts';
import { bitLength, readRsaPublicKey } from './key/rsa-public-key.ts';

type PublicKeyFacts = Pick<Certificate, 'keyAlgorithm' | 'keyBits' | 'modulus' | 'publicExponent'>;

/**
 * What a SubjectPublicKeyInfo says of its key (RFC 5280 section 4.1.2.7). Every certificate of the
 * SAT has an RSA key; of others only algorithm and curve are told.
 *
 * @throws DerError
 */
export function publicKeyFacts(subjectPublicKeyInfo: DerNode | undefined): PublicKeyFacts {
  const [algorithm, key, extra] = sequenceOf(subjectPublicKeyInfo);
  if (extra) throw new DerError('a public key has two parts');
  const [identifier, parameters] = sequenceOf(algorithm);
  const octets = bitStringOctets(key);
  const name = oidValue(identifier);
  if (name === oid.rsaEncryption) {
    const { modulus, publicExponent } = readRsaPublicKey(octets);
    return {
      keyAlgorithm: 'RSA',
      keyBits: bitLength(modulus),
      modulus,
      publicExponent: toHex(publicExponent),
    };
  }
  const modulus = new Uint8Array();
  if (name !== oid.ecPublicKey) return { keyAlgorithm: name, modulus };
  const keyBits = parameters?.tag === tags.oid ? curveBits[oidValue(parameters)] : undefined;
  return { keyAlgorithm: 'EC', ...(keyBits !== undefined && { keyBits }), modulus };
}
