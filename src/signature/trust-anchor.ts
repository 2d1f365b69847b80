import {
  readCertificate,
  toHex,
  type Certificate,
  type ChainAnchor,
} from '../certificate/index.ts';

/**
 * An authority that is trusted: its certificate (DER or PEM), or its name (DER of the Name) and
 * public key (DER). A name in text is but a label: then the key alone decides.
 */
export type TrustAnchor = ChainAnchor | { name: string; subjectPublicKeyInfo: Uint8Array };

/**
 * An anchor as paths of these certificates, leaf first, can end at it. The authorities of the SAT
 * end before what they issued does: one that has ended at `at` vouches, by its name and key, for
 * what it issued while it was in force.
 *
 * @throws FirmaError `not_a_certificate`
 */
export function chainAnchorsFor(
  anchor: TrustAnchor,
  certificates: readonly Certificate[],
  at: Date,
): ChainAnchor[] {
  if (anchor instanceof Uint8Array) return [anchorOfCertificate(anchor, certificates, at)];
  const { name, subjectPublicKeyInfo } = anchor;
  if (typeof name !== 'string') return [{ name, subjectPublicKeyInfo }];
  return certificates.map(({ issuer }) => ({ name: issuer.der, subjectPublicKeyInfo }));
}

function anchorOfCertificate(
  bytes: Uint8Array,
  certificates: readonly Certificate[],
  at: Date,
): ChainAnchor {
  const anchor = readCertificate(bytes);
  const { subject, subjectPublicKeyInfo, notBefore, notAfter } = anchor;
  if (!anchor.isCa || at <= notAfter) return bytes;
  const issued = certificates.filter(
    ({ issuer, der }) => isSame(issuer.der, subject.der) && !isSame(der, anchor.der),
  );
  const wasInForce = issued.every(
    (each) => notBefore <= each.notBefore && each.notBefore <= notAfter,
  );
  return wasInForce ? { name: subject.der, subjectPublicKeyInfo } : bytes;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return toHex(one) === toHex(other);
}
