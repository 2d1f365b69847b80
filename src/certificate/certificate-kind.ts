import type { Certificate, CertificateKind, DistinguishedName } from './certificate-facts.ts';

/**
 * What a certificate is for. The SAT says it by the extensions alone (measured on 65 of 65): an
 * e.firma may agree on keys and has extended usages, a CSD may only sign. No real certificate of the
 * IMSS is known: that it names itself as the issuer, as organisation, unit or common name, is
 * believed, not measured.
 */
export function certificateKind(
  facts: Pick<Certificate, 'keyUsage' | 'extendedKeyUsage' | 'isCa' | 'rfc' | 'issuer' | 'modulus'>,
): CertificateKind {
  const { keyUsage, extendedKeyUsage, isCa, rfc, issuer, modulus } = facts;
  if (isCa || modulus.length === 0) return 'other';
  if (namesImss(issuer)) return 'imss';
  const signs = keyUsage.includes('digitalSignature') && keyUsage.includes('nonRepudiation');
  if (!rfc || !signs) return 'other';
  if (keyUsage.includes('keyAgreement')) return 'efirma';
  return extendedKeyUsage.length === 0 ? 'csd' : 'other';
}

function namesImss({ organization, organizationalUnit, commonName }: DistinguishedName): boolean {
  return [organization, organizationalUnit, commonName].some(
    (text) => text !== undefined && /\bIMSS\b|INSTITUTO MEXICANO DEL SEGURO SOCIAL/i.test(text),
  );
}
