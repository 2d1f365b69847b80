import { FirmaError } from '../errors.ts';
import { productionAnchors, testAnchorKeys } from './anchors.ts';
import { sha256Hex } from './asn1/hex.ts';
import type { Certificate } from './certificate-facts.ts';
import { readCertificate } from './certificate.ts';

/** A certificate that may issue others. Nothing here says that it is trusted. */
export interface Authority {
  name: string;
  /** hex, of the certificate */
  sha256: string;
  /** Its key is one of {@link productionAnchors}. */
  isBuiltIn: boolean;
  certificate: Certificate;
}

/**
 * Reads the certificate of an authority (RFC 5280 sections 4.2.1.3 and 4.2.1.9). In: the whole
 * file, DER or PEM. Dates are not judged: who issued an e.firma that is in force may have expired
 * since.
 *
 * @throws FirmaError `not_a_certificate` · `not_an_authority` when it may issue nothing ·
 *   `test_authority` for those of the SAT's tests, which vouch for nobody
 */
export async function readAuthority(file: Uint8Array): Promise<Authority> {
  const certificate = readCertificate(file);
  const { isCa, keyUsage, subject, subjectPublicKeyInfo, der } = certificate;
  const mayIssue = isCa && (keyUsage.length === 0 || keyUsage.includes('keyCertSign'));
  if (!mayIssue) throw new FirmaError('not_an_authority');
  const publicKey = await sha256Hex(subjectPublicKeyInfo);
  if (testAnchorKeys.includes(publicKey)) throw new FirmaError('test_authority');
  return {
    name: subject.commonName ?? subject.organization ?? subject.text,
    sha256: await sha256Hex(der),
    isBuiltIn: productionAnchors.some(({ publicKeySha256 }) => publicKeySha256 === publicKey),
    certificate,
  };
}
