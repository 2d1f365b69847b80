import { hasSameBytes } from '../asn1/same-bytes.ts';
import { readCrl, type Crl } from '../crl/crl.ts';
import { findRevocationFault } from '../crl/find-revocation-fault.ts';
import { isSelfIssued, readChainCertificate, type ChainCertificate } from './chain-certificate.ts';
import type { ChainFault, FoundFault } from './chain-fault.ts';
import type { ChainRefusal, ChainRequest, ChainVerdict } from './chain-verdict.ts';
import { findPaths, type DeadEnd, type SignedPath } from './find-paths.ts';
import { pathOf, type CertificationPath } from './path.ts';
import { pathRules } from './path-rules.ts';
import { certificatesIn, readable } from './readable.ts';
import { certificateFrom, readTrustPoint, type TrustPoint } from './trust-point.ts';
import { isUsableKey, verifySignature, type VerifySignature } from './verify-signature.ts';

/**
 * Whether a certificate can be traced to an authority that is trusted, by all rules of RFC 5280
 * section 6.1 and, with `crls`, section 6.3. Every path that names and signatures allow is tried,
 * up to a bound; the first that keeps all rules is the answer, else the fault of the one that came
 * furthest. An anchor given as certificate must keep the rules too (dates, constraints, extensions);
 * of a name and a key nothing else is known. An anchor ends the path wherever it stands; a leaf that
 * is itself an anchor is accepted only if it signed itself, as by `openssl verify`. No particular
 * extension or use is demanded of the leaf, only a key that can verify. Never throws, whatever the
 * bytes.
 */
export async function validateChain(request: ChainRequest): Promise<ChainVerdict> {
  const { at } = request;
  const [leaf] = readable([request.leaf], certificateFrom);
  if (!leaf) return { ok: false, reason: 'malformed', at: 0, path: [] };
  const crls = request.crls && readable(request.crls, readCrl);
  const verify = verifySignature;
  const anchors = new Map(
    request.anchors.flatMap((anchor, index) =>
      readable([anchor], readTrustPoint).map((point) => [point, index] as const),
    ),
  );
  let refusal: ChainRefusal | undefined;
  for await (const found of pathsOf(leaf, request.intermediates, [...anchors.keys()], verify)) {
    const verdict =
      'anchor' in found
        ? await judge(pathOf(found, at), anchors.get(found.anchor) ?? -1, crls, verify)
        : deadEnd(found);
    if (verdict.ok) return verdict;
    if (!refusal || weight(verdict) > weight(refusal)) refusal = verdict;
  }
  return refusal ?? deadEnd({ certificates: [leaf], reason: 'no_issuer' });
}

async function* pathsOf(
  leaf: ChainCertificate,
  files: readonly Uint8Array[],
  anchors: readonly TrustPoint[],
  verify: VerifySignature,
): AsyncGenerator<SignedPath | DeadEnd> {
  const self = anchors.find(
    ({ certificate }) =>
      certificate && isSelfIssued(leaf) && hasSameBytes(certificate.der, leaf.der),
  );
  if (self && (await verify(leaf, leaf.subjectPublicKeyInfo)) === 'valid') {
    yield { certificates: [], anchor: self };
  }
  const intermediates = readable(files.flatMap(certificatesIn), readChainCertificate);
  yield* findPaths(leaf, { intermediates, anchors, verify });
}

async function judge(
  path: CertificationPath,
  anchor: number,
  crls: readonly Crl[] | undefined,
  verify: VerifySignature,
): Promise<ChainVerdict> {
  const certificates = path.certificates.map(({ der }) => der);
  const fault =
    firstFault(path) ??
    (await keyFault(path)) ??
    (crls && (await findRevocationFault(path, crls, verify)));
  return fault
    ? { ok: false, ...fault, path: certificates }
    : { ok: true, path: certificates, anchor };
}

function firstFault(path: CertificationPath): FoundFault | undefined {
  for (const rule of pathRules) {
    const fault = rule(path);
    if (fault) return fault;
  }
  return undefined;
}

/** The keys of all others were used on the way; what the leaf's signs must be verified some day. */
async function keyFault({
  certificates: [leaf],
}: CertificationPath): Promise<FoundFault | undefined> {
  if (!leaf || (await isUsableKey(leaf.publicKey))) return undefined;
  return { reason: 'unsupported_algorithm', at: 0 };
}

function deadEnd({ certificates, reason }: DeadEnd): ChainRefusal {
  return {
    ok: false,
    reason,
    at: certificates.length - 1,
    path: certificates.map(({ der }) => der),
  };
}

const beforeAnchor = new Map<ChainFault, number>([
  ['no_issuer', 0],
  ['bad_signature', 1],
  ['unsupported_algorithm', 2],
  ['too_complex', 3],
]);

/** Of several faults the one that says most: a rule broken on the way to an anchor. */
function weight({ reason }: ChainRefusal): number {
  return beforeAnchor.get(reason) ?? 4;
}
