import { DerError, readDer } from '../asn1/der.ts';
import { hasSameBytes } from '../asn1/same-bytes.ts';
import type { ChainCertificate } from '../chain/chain-certificate.ts';
import { extensionIds } from '../chain/extensions.ts';
import { matchesIdentifier, readAuthorityKeyIdentifier } from '../chain/key-identifiers.ts';
import { keyUsageBits } from '../chain/known-extensions.ts';
import { isWeakKey } from '../chain/public-key.ts';
import { isWeakScheme, signatureScheme } from '../chain/signature-scheme.ts';
import type { TrustPoint } from '../chain/trust-point.ts';
import type { VerifySignature } from '../chain/verify-signature.ts';
import type { RevocationGap, RevocationStatus } from '../revocation/revocation-status.ts';
import { scopeGap } from './crl-scope.ts';
import { extensionOf, type Crl } from './crl.ts';
import { findEntry } from './find-entry.ts';
import { readRevokedEntry } from './revoked-entry.ts';

export interface Question {
  certificate: ChainCertificate;
  issuer: TrustPoint;
  at: Date;
  verify: VerifySignature;
}

/**
 * What a list says of a certificate at a moment (RFC 5280 section 6.3.3): only the issuer itself
 * can say it, with a list that is in force and meant for this certificate. Who is in the list is
 * revoked, also from a date to come.
 */
export async function crlStatus(crl: Crl, question: Question): Promise<RevocationStatus> {
  try {
    const reason = plainGap(crl, question) ?? (await signatureGap(crl, question));
    if (reason) return { status: 'unknown', reason };
    return statusIn(crl, question.certificate);
  } catch (error) {
    if (error instanceof DerError) return { status: 'unknown', reason: 'malformed' };
    throw error;
  }
}

/** Written so that a date that is none is never within. */
function plainGap(crl: Crl, { certificate, issuer, at }: Question): RevocationGap | undefined {
  const isOfIssuer = crl.issuerKey === certificate.issuerKey && crl.issuerKey === issuer.subjectKey;
  if (!isOfIssuer || isOfOtherKey(crl, issuer)) return 'other_certificate';
  if (!(at >= crl.thisUpdate)) return 'not_yet';
  // RFC 5280 section 5.1.2.5 demands nextUpdate: without it nobody knows how old is too old.
  if (!crl.nextUpdate || !(at <= crl.nextUpdate)) return 'stale';
  const uses = issuer.certificate?.known.keyUsage;
  if (uses?.includes(keyUsageBits.cRLSign) === false) return 'unauthorised_responder';
  return scopeGap(crl, certificate);
}

function isOfOtherKey(crl: Crl, issuer: TrustPoint): boolean {
  const extension = extensionOf(crl, extensionIds.authorityKeyIdentifier);
  const identifier = extension && readAuthorityKeyIdentifier(readDer(extension.value));
  return (
    issuer.certificate !== undefined && matchesIdentifier(identifier, issuer.certificate) === false
  );
}

async function signatureGap(
  crl: Crl,
  { issuer, verify }: Question,
): Promise<RevocationGap | undefined> {
  const { algorithm, innerAlgorithm } = crl;
  if (!hasSameBytes(algorithm, innerAlgorithm)) return 'malformed';
  const isWeak = isWeakScheme(signatureScheme(algorithm)) || isWeakKey(issuer.publicKey);
  const outcome = isWeak ? 'weak' : await verify(crl, issuer.subjectPublicKeyInfo);
  if (outcome === 'valid') return undefined;
  return outcome === 'invalid' ? 'bad_signature' : 'unsupported';
}

function statusIn(
  { entries, thisUpdate, nextUpdate }: Crl,
  { serialNumber }: ChainCertificate,
): RevocationStatus {
  const dates = { thisUpdate, ...(nextUpdate && { nextUpdate }) };
  const entry = findEntry(entries, serialNumber);
  if (!entry) return { status: 'good', ...dates };
  if (entry === 'unsupported') return { status: 'unknown', reason: 'unsupported' };
  const revoked = readRevokedEntry(entry);
  // Belongs to lists of changes alone (RFC 5280 section 5.3.1).
  if (revoked.reason === 'removeFromCRL') return { status: 'unknown', reason: 'unsupported' };
  return { status: 'revoked', ...revoked, ...dates };
}
