import type { Certificate } from './certificate-facts.ts';
import type { Bytes } from './asn1/der.ts';

const hashes: Readonly<Record<string, string>> = {
  sha1WithRSAEncryption: 'SHA-1',
  sha256WithRSAEncryption: 'SHA-256',
  sha384WithRSAEncryption: 'SHA-384',
  sha512WithRSAEncryption: 'SHA-512',
};

/**
 * Whether a public key verifies the signature of a certificate (RFC 5280 section 6.1.3 a.1). In:
 * the issuer's SubjectPublicKeyInfo, DER. False also when key or algorithm are not RSA PKCS#1 v1.5.
 */
export async function isSignedBy(
  certificate: Certificate,
  subjectPublicKeyInfo: Bytes,
): Promise<boolean> {
  const hash = hashes[certificate.signatureAlgorithm];
  if (!hash) return false;
  const { subtle } = globalThis.crypto;
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash };
  try {
    const key = await subtle.importKey('spki', subjectPublicKeyInfo, algorithm, false, ['verify']);
    return await subtle.verify(
      algorithm.name,
      key,
      certificate.signature,
      certificate.tbsCertificate,
    );
  } catch (error) {
    // What WebCrypto says of bytes that are no RSA public key.
    if (error instanceof DOMException && error.name === 'DataError') return false;
    throw error;
  }
}
