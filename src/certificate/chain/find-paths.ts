import { matchesIdentifier } from './key-identifiers.ts';
import type { ChainCertificate } from './chain-certificate.ts';
import type { ChainFault } from './chain-fault.ts';
import { trustPointOf, type TrustPoint } from './trust-point.ts';
import type { SignatureOutcome, VerifySignature } from './verify-signature.ts';

/** Certificates of which each is signed by the key of the next, the last by the anchor's. */
export interface SignedPath {
  /** Leaf first, without the anchor; none where the leaf is the anchor itself. */
  certificates: readonly ChainCertificate[];
  anchor: TrustPoint;
}

/** Where the search ended without an anchor. */
export interface DeadEnd {
  certificates: readonly ChainCertificate[];
  reason: ChainFault;
}

/** Certificates in a path, the anchor's not counted: the SAT's have one or two. */
const longest = 6;
/** Issuers that are tried in all, so that no bag of certificates keeps the search busy. */
const mostTried = 200;

const deadEnds: Readonly<Record<Exclude<SignatureOutcome, 'valid'>, ChainFault>> = {
  invalid: 'bad_signature',
  weak: 'weak_algorithm',
  unsupported: 'unsupported_algorithm',
};

interface Search {
  intermediates: readonly ChainCertificate[];
  anchors: readonly TrustPoint[];
  verify: VerifySignature;
}

/**
 * Every path from a leaf to an anchor by names and signatures alone, nearest anchor first, and the
 * dead ends on the way (RFC 4158). Issuers are chosen by signature, key identifiers only order
 * them: two authorities of the SAT share a name. No path has the same name and key twice.
 */
export async function* findPaths(
  leaf: ChainCertificate,
  { intermediates, anchors, verify }: Search,
): AsyncGenerator<SignedPath | DeadEnd> {
  const candidates = [...anchors, ...intermediates.map(trustPointOf)];
  const trusted = new Set(anchors);
  let tried = 0;
  yield* from([leaf]);

  async function* from(
    certificates: readonly [...ChainCertificate[], ChainCertificate],
  ): AsyncGenerator<SignedPath | DeadEnd> {
    const last = certificates.at(-1) ?? leaf;
    const issuers = candidates.filter(
      (issuer) => issuer.subjectKey === last.issuerKey && !isIn(certificates, issuer),
    );
    const isFull = certificates.length >= longest;
    const usable = isFull ? issuers.filter((issuer) => trusted.has(issuer)) : issuers;
    if (usable.length === 0) {
      yield { certificates, reason: issuers.length === 0 ? 'no_issuer' : 'too_complex' };
    }
    for (const issuer of usable.toSorted(byIdentifier(last))) {
      if (++tried > mostTried) {
        yield { certificates, reason: 'too_complex' };
        return;
      }
      const outcome = await verify(last, issuer.subjectPublicKeyInfo);
      if (outcome !== 'valid') yield { certificates, reason: deadEnds[outcome] };
      else if (trusted.has(issuer)) yield { certificates, anchor: issuer };
      else if (issuer.certificate) yield* from([...certificates, issuer.certificate]);
    }
  }
}

function isIn(certificates: readonly ChainCertificate[], issuer: TrustPoint): boolean {
  return certificates.some(
    ({ subjectKey, publicKeyText }) =>
      subjectKey === issuer.subjectKey && publicKeyText === issuer.publicKeyText,
  );
}

/** What the key identifier means first, what it contradicts last; the order is kept otherwise. */
function byIdentifier(certificate: ChainCertificate) {
  const rank = ({ certificate: issuer }: TrustPoint) => {
    const isMeant = issuer && matchesIdentifier(certificate.known.authorityKeyIdentifier, issuer);
    return isMeant === undefined ? 1 : isMeant ? 0 : 2;
  };
  return (a: TrustPoint, b: TrustPoint) => rank(a) - rank(b);
}
