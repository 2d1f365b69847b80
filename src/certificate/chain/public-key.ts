import { bitStringOctets, oidValue } from '../asn1/der-values.ts';
import { DerError, readDer, sequenceOf, type Bytes, type DerNode } from '../asn1/der.ts';
import { tags } from '../asn1/tags.ts';
import { encodeDer } from '../asn1/der-encode.ts';
import { encodeAlgorithm, encodedNull } from '../asn1/encode-values.ts';
import { oid } from '../asn1/oid.ts';
import { bitLength, readRsaPublicKey } from '../key/rsa-public-key.ts';
import { pssScheme, type SignatureScheme } from './signature-scheme.ts';

interface RsaKey {
  kind: 'rsa';
  modulus: Bytes;
  exponent: Bytes;
  /** Only RSA-PSS, or only so (RFC 4055 section 1.2). */
  limit?: 'RSA-PSS' | SignatureScheme;
  /** As WebCrypto takes it: it knows rsaEncryption alone. */
  spki: Bytes;
}

interface EcKey {
  kind: 'ec';
  curve: 'P-256' | 'P-384' | 'P-521';
  spki: Bytes;
}

/** A public key by what is needed to verify with it; `other` when nothing here can. */
export type PublicKey = RsaKey | EcKey | { kind: 'other' };

const curves: Readonly<Record<string, EcKey['curve']>> = {
  '1.2.840.10045.3.1.7': 'P-256',
  '1.3.132.0.34': 'P-384',
  '1.3.132.0.35': 'P-521',
};

/**
 * Reads a SubjectPublicKeyInfo, DER (RFC 5280 section 4.1.2.7).
 *
 * @throws DerError
 */
export function readPublicKey(subjectPublicKeyInfo: Bytes): PublicKey {
  const [algorithm, key, extra] = sequenceOf(readDer(subjectPublicKeyInfo));
  if (extra) throw new DerError('a public key has two parts');
  const [id, parameters] = sequenceOf(algorithm);
  const number = oidValue(id);
  if (number === oid.rsaEncryption) return rsaKey(key);
  if (number === oid.rsassaPss)
    return { ...rsaKey(key), limit: (parameters && pssScheme(parameters)) ?? 'RSA-PSS' };
  if (number !== oid.ecPublicKey || parameters?.tag !== tags.oid) return { kind: 'other' };
  const curve = curves[oidValue(parameters)];
  return curve ? { kind: 'ec', curve, spki: subjectPublicKeyInfo } : { kind: 'other' };
}

/**
 * Whether anybody could sign in the name of a key: RSA under 1024 bits, or an exponent that is even
 * or 1. Not under 2048 bits: of the authorities and e.firmas of years ago it must still be possible
 * to say that they have expired, and 1024 is where OpenSSL draws the line too.
 */
export function isWeakKey(key: PublicKey): boolean {
  if (key.kind !== 'rsa') return false;
  const { modulus, exponent } = key;
  const isEven = ((exponent.at(-1) ?? 0) & 1) === 0;
  return bitLength(modulus) < 1024 || isEven || (exponent.length === 1 && exponent[0] === 1);
}

/** What would take too long to verify with: the bounds are OpenSSL's. */
export function isOversizedKey(key: PublicKey): boolean {
  return key.kind === 'rsa' && (bitLength(key.modulus) > 16_384 || key.exponent.length > 8);
}

function rsaKey(key: DerNode | undefined): RsaKey {
  const bits = bitStringOctets(key);
  const { modulus, publicExponent: exponent } = readRsaPublicKey(bits);
  return {
    kind: 'rsa',
    modulus,
    exponent,
    spki: encodeDer(
      tags.sequence,
      encodeAlgorithm(oid.rsaEncryption, encodedNull),
      encodeDer(tags.bitString, Uint8Array.of(0), bits),
    ),
  };
}
