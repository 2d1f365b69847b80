import type { Certificate } from './certificate-facts.ts';
import { DerError, readDer, sequenceOf, type Bytes } from './asn1/der.ts';
import { verifySignature } from './chain/verify-signature.ts';

/**
 * Whether a public key verifies the signature of a certificate (RFC 5280 section 6.1.3 a.1), by RSA
 * or ECDSA, and nothing else: names, dates and what the key may be used for are for
 * `validateChain`. In: the issuer's SubjectPublicKeyInfo, DER. False also for what cannot be
 * verified.
 */
export async function isSignedBy(
  { der, tbsCertificate, signature }: Certificate,
  subjectPublicKeyInfo: Bytes,
): Promise<boolean> {
  const [, algorithm] = sequenceOf(readDer(der));
  if (!algorithm) throw new DerError('a certificate has three parts');
  const signed = { data: tbsCertificate, algorithm: algorithm.whole, signature };
  return (await verifySignature(signed, subjectPublicKeyInfo)) === 'valid';
}
