import { DerError, expectTag, readDer, type Bytes } from '../asn1/der.ts';
import { tags } from '../asn1/tags.ts';
import { certificateLabels, derOf } from '../asn1/pem.ts';
import { fromLatin1 } from '../asn1/windows-1252.ts';
import { readChainCertificate, type ChainCertificate } from './chain-certificate.ts';
import { nameKey } from './names.ts';
import { readPublicKey, type PublicKey } from './public-key.ts';

/**
 * An authority that is trusted: its certificate (DER or PEM), or its name (DER of the Name) and its
 * SubjectPublicKeyInfo (DER), as in RFC 5280 section 6.1.1 d.
 */
export type ChainAnchor = Uint8Array | { name: Uint8Array; subjectPublicKeyInfo: Uint8Array };

/** Who can have issued something: a name and a key, with its certificate if there is one. */
export interface TrustPoint {
  subjectKey: string;
  subjectPublicKeyInfo: Bytes;
  publicKeyText: string;
  publicKey: PublicKey;
  certificate?: ChainCertificate;
}

/**
 * @throws DerError
 */
export function readTrustPoint(anchor: ChainAnchor): TrustPoint {
  if (anchor instanceof Uint8Array) return trustPointOf(certificateFrom(anchor));
  const name = new Uint8Array(anchor.name);
  const subjectPublicKeyInfo = new Uint8Array(anchor.subjectPublicKeyInfo);
  expectTag(readDer(name), tags.sequence);
  return {
    subjectKey: nameKey(name),
    subjectPublicKeyInfo,
    publicKeyText: fromLatin1(subjectPublicKeyInfo),
    publicKey: readPublicKey(subjectPublicKeyInfo),
  };
}

/** What others are issued by, of a certificate that was read. */
export function trustPointOf(certificate: ChainCertificate): TrustPoint {
  const { subjectKey, subjectPublicKeyInfo, publicKeyText, publicKey } = certificate;
  return { subjectKey, subjectPublicKeyInfo, publicKeyText, publicKey, certificate };
}

/**
 * The first certificate of a file, DER or PEM.
 *
 * @throws DerError
 */
export function certificateFrom(bytes: Uint8Array): ChainCertificate {
  const der = derOf(bytes, certificateLabels);
  if (!der) throw new DerError('no certificate in the PEM text');
  return readChainCertificate(der);
}
