import type { Certificate, CertificateKind } from './certificate-facts.ts';
import type { ExtensionFacts } from './certificate-extensions.ts';

/**
 * What a certificate is for. The SAT says it by the extensions alone (measured on 65 of 65): an
 * e.firma may agree on keys and has extended usages, a CSD may only sign. That the IMSS names
 * itself as organisation of the issuer is believed, not measured.
 */
export function certificateKind(
  facts: ExtensionFacts & Pick<Certificate, 'rfc' | 'issuer' | 'modulus'>,
): CertificateKind {
  const { keyUsage, extendedKeyUsage, isCa, rfc, issuer, modulus } = facts;
  if (isCa || modulus.length === 0) return 'other';
  if (/\bIMSS\b|INSTITUTO MEXICANO DEL SEGURO SOCIAL/i.test(issuer.organization ?? ''))
    return 'imss';
  const signs = keyUsage.includes('digitalSignature') && keyUsage.includes('nonRepudiation');
  if (!rfc || !signs) return 'other';
  if (keyUsage.includes('keyAgreement')) return 'efirma';
  return extendedKeyUsage.length === 0 ? 'csd' : 'other';
}
