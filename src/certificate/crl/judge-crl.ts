import { DerError } from '../asn1/der.ts';
import type { ChainAnchor } from '../chain/trust-point.ts';
import { verifySignature } from '../chain/verify-signature.ts';
import { readAsked } from '../revocation/asked-certificate.ts';
import type { RevocationStatus } from '../revocation/revocation-status.ts';
import { crlStatus, type Question } from './crl-status.ts';
import { largestCrl, readCrl } from './crl.ts';

export interface CrlQuestion {
  /** Of whom it is asked; DER or PEM. */
  certificate: Uint8Array;
  /** Who issued it and the list: a certificate (DER or PEM), or name (DER) and key (DER). */
  issuer: ChainAnchor;
  at: Date;
}

/**
 * What a list of revocations says of a certificate at a moment (RFC 5280 sections 5 and 6.3). In:
 * the whole list, DER or PEM, of 20 MB at most. That the issuer signed the certificate is looked at,
 * whether it is to be trusted is not. What is unknown is never good: the reason says what was missing.
 *
 * @throws FirmaError `not_a_certificate` when certificate or issuer cannot be read
 */
export async function judgeCrl(
  bytes: Uint8Array,
  { certificate, issuer, at }: CrlQuestion,
): Promise<RevocationStatus> {
  const asked = readAsked(certificate, issuer);
  if (bytes.length > largestCrl) return { status: 'unknown', reason: 'too_large' };
  const question: Question = {
    certificate: asked.leaf,
    issuer: asked.issuer,
    at,
    verify: verifySignature,
  };
  try {
    const status = await crlStatus(readCrl(bytes), question);
    return status.status === 'unknown' || (await isIssued(question)) ? status : notIssued;
  } catch (error) {
    if (error instanceof DerError) return { status: 'unknown', reason: 'malformed' };
    throw error;
  }
}

const notIssued = { status: 'unknown', reason: 'unknown_issuer' } as const;

/** Two authorities may share a name: the list of one says nothing of what the other signed. */
async function isIssued({ certificate, issuer, verify }: Question): Promise<boolean> {
  return (await verify(certificate, issuer.subjectPublicKeyInfo)) === 'valid';
}
