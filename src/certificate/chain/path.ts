import type { ChainCertificate } from './chain-certificate.ts';
import type { FoundFault } from './chain-fault.ts';
import type { SignedPath } from './find-paths.ts';
import type { TrustPoint } from './trust-point.ts';

/** A path whose signatures are right, as the rules judge it. */
export interface CertificationPath {
  /** Leaf first; the anchor's last if it was given as a certificate. */
  certificates: readonly ChainCertificate[];
  /** How many of them are not the anchor's. */
  issuedCount: number;
  anchor: TrustPoint;
  at: Date;
}

/** One rule of RFC 5280 section 6.1: what it finds, nearest to the anchor first. */
export type PathRule = (path: CertificationPath) => FoundFault | undefined;

/** In: a path that ends at an anchor. */
export function pathOf({ certificates, anchor }: SignedPath, at: Date): CertificationPath {
  const own = anchor.certificate;
  return {
    certificates: own ? [...certificates, own] : certificates,
    issuedCount: certificates.length,
    anchor,
    at,
  };
}

/** A rule that looks at one certificate at a time; true is a fault. */
export function eachCertificate(
  reason: FoundFault['reason'],
  isFaulty: (certificate: ChainCertificate, index: number, path: CertificationPath) => boolean,
): PathRule {
  return (path) => {
    const at = path.certificates.findLastIndex((certificate, index) =>
      isFaulty(certificate, index, path),
    );
    return at < 0 ? undefined : { reason, at };
  };
}
