import { DerError, type Bytes } from '../asn1/der.ts';
import type { ChainAnchor } from '../chain/trust-point.ts';
import { verifySignature, type VerifySignature } from '../chain/verify-signature.ts';
import { readAsked, type AskedCertificate } from './asked-certificate.ts';
import { certIdOf, isSameCertId } from './cert-id.ts';
import { firstGap, responseChecks, singleChecks, type Expected } from './ocsp-checks.ts';
import { certIdHashes, ocspOid } from './ocsp-oid.ts';
import { readBasicResponse, readOcspResponse, type BasicOcspResponse } from './ocsp-response.ts';
import { responderKeys } from './responder-keys.ts';
import type { RevocationGap, RevocationStatus } from './revocation-status.ts';
import type { SingleResponse } from './single-response.ts';

export interface OcspExpectation {
  /** DER or PEM. */
  certificate: Uint8Array;
  /** Who signed it. */
  issuer: ChainAnchor;
  /** What was asked with, where something was: then the answer must repeat it. */
  nonce?: Uint8Array;
  /** The moment to judge by. */
  at: Date;
}

type Judging = AskedCertificate & Expected & { verify: VerifySignature };

/** Octets: an honest answer about one certificate has less than ten thousand. */
export const largestOcspResponse = 65_536;

/**
 * What the answer of a responder says of a certificate (RFC 6960 section 3.2). In: the bytes as they
 * came. `good` only when every check of the signature, of who signed it, of freshness and of what was
 * asked has passed; else `unknown` with the first that did not. What is revoked is so from the moment
 * that the answer says it, whatever `revokedAt` says: a date to come is no reason to call it good
 * (section 2.2). Never throws for `bytes`. Signatures over SHA-1 are taken of answers, which a nonce
 * and an hour bind, and never of the certificates of those who answer.
 *
 * @throws FirmaError `not_a_certificate` for the certificate or its issuer
 */
export async function judgeOcspResponse(
  bytes: Uint8Array,
  { certificate, issuer, ...expected }: OcspExpectation,
): Promise<RevocationStatus> {
  const asked = readAsked(certificate, issuer);
  if (bytes.length > largestOcspResponse) return unknown('too_large');
  try {
    const judging = { ...asked, ...expected, verify: verifySignature };
    return await judge(new Uint8Array(bytes), judging);
  } catch (error) {
    if (error instanceof DerError) return unknown('malformed');
    throw error;
  }
}

async function judge(bytes: Bytes, judging: Judging): Promise<RevocationStatus> {
  const { status, responseType, response } = readOcspResponse(bytes);
  if (status !== 0) return unknown('responder_error');
  if (!response) return unknown('malformed');
  if (responseType !== ocspOid.basicResponse) return unknown('unsupported');
  const basic = readBasicResponse(response);
  if (basic.version !== 0) return unknown('unsupported');
  const gap =
    (await issuerGap(judging)) ??
    (await signatureGap(basic, judging)) ??
    firstGap(responseChecks, basic, judging);
  if (gap) return unknown(gap);
  const singles = await responsesFor(basic, judging);
  return gravest(singles.map((single) => statusOf(single, judging)));
}

/** An answer about a number says nothing of a certificate that only bears it. */
async function issuerGap({ leaf, issuer, verify }: Judging): Promise<RevocationGap | undefined> {
  if (leaf.issuerKey !== issuer.subjectKey) return 'unknown_issuer';
  const outcome = await verify(leaf, issuer.subjectPublicKeyInfo);
  return outcome === 'valid' ? undefined : 'unknown_issuer';
}

async function signatureGap(
  response: BasicOcspResponse,
  { issuer, ...judging }: Judging,
): Promise<RevocationGap | undefined> {
  const keys = await responderKeys(response, issuer, judging);
  if (keys.length === 0) return 'unauthorised_responder';
  const outcomes = await Promise.all(keys.map((key) => judging.verify(response, key)));
  if (outcomes.includes('valid')) return undefined;
  return outcomes.includes('invalid') ? 'bad_signature' : 'unsupported';
}

/** Those that name the certificate: an answer may speak of several. */
async function responsesFor(
  { responses }: BasicOcspResponse,
  asked: AskedCertificate,
): Promise<SingleResponse[]> {
  const hashes = Object.values(certIdHashes);
  const ids = await Promise.all(hashes.map((hash) => certIdOf(hash, asked)));
  return responses.filter(({ certId }) => ids.some((id) => isSameCertId(id, certId)));
}

function statusOf(single: SingleResponse, expected: Expected): RevocationStatus {
  const gap = firstGap(singleChecks, single, expected);
  if (gap) return unknown(gap);
  const { certStatus, thisUpdate, nextUpdate } = single;
  if (certStatus.status === 'unknown') return unknown('unknown_to_responder');
  return { ...certStatus, thisUpdate, ...(nextUpdate && { nextUpdate }) };
}

/** Of several answers about one certificate the worst is believed. */
function gravest(statuses: readonly RevocationStatus[]): RevocationStatus {
  const order = ['revoked', 'unknown', 'good'] as const;
  const [first] = order.flatMap((wanted) => statuses.filter(({ status }) => status === wanted));
  return first ?? unknown('other_certificate');
}

function unknown(reason: RevocationGap): RevocationStatus {
  return { status: 'unknown', reason };
}
