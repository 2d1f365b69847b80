import { booleanValue, oidValue } from '../asn1/der-values.ts';
import { DerError, expectTag, sequenceOf, type Bytes, type DerNode } from '../asn1/der.ts';
import { tags } from '../asn1/tags.ts';

export interface Extension {
  /** dotted OID */
  id: string;
  isCritical: boolean;
  /** What is inside the OCTET STRING. */
  value: Bytes;
}

/** The extensions of RFC 5280 that are looked at, and the older one of Netscape. */
export const extensionIds = {
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  reasonCode: '2.5.29.21',
  deltaCrlIndicator: '2.5.29.27',
  issuingDistributionPoint: '2.5.29.28',
  nameConstraints: '2.5.29.30',
  crlDistributionPoints: '2.5.29.31',
  certificatePolicies: '2.5.29.32',
  policyMappings: '2.5.29.33',
  authorityKeyIdentifier: '2.5.29.35',
  policyConstraints: '2.5.29.36',
  extendedKeyUsage: '2.5.29.37',
  inhibitAnyPolicy: '2.5.29.54',
  netscapeCertType: '2.16.840.1.113730.1.1',
} as const;

/**
 * The extensions of a certificate or a list, in order, also when one is there twice (RFC 5280
 * section 4.1). In: the SEQUENCE of them.
 *
 * @throws DerError
 */
export function readExtensions(list: DerNode): Extension[] {
  return sequenceOf(list).map((extension) => {
    const [id, second, third, extra] = sequenceOf(extension);
    if (extra) throw new DerError('an extension has at most three parts');
    return {
      id: oidValue(id),
      isCritical: third !== undefined && booleanValue(second),
      value: expectTag(third ?? second, tags.octetString).content,
    };
  });
}

/** Whether one extension is there twice, which RFC 5280 section 4.2 forbids. */
export function hasDuplicates(extensions: readonly Extension[]): boolean {
  const seen = new Set<string>();
  for (const { id } of extensions) seen.add(id);
  return seen.size !== extensions.length;
}
