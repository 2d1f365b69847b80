import { extensionIds, hasDuplicates } from '../extensions.ts';
import { eachCertificate, type PathRule } from '../path.ts';

/** What is understood when it is critical: RFC 5280 section 4.2, and the type of Netscape. */
const understood = new Set<string>([
  extensionIds.keyUsage,
  extensionIds.subjectAltName,
  extensionIds.basicConstraints,
  extensionIds.nameConstraints,
  extensionIds.crlDistributionPoints,
  extensionIds.certificatePolicies,
  extensionIds.policyMappings,
  extensionIds.policyConstraints,
  extensionIds.inhibitAnyPolicy,
  extensionIds.extendedKeyUsage,
  extensionIds.netscapeCertType,
]);

/** RFC 5280 section 4.2. */
export const hasNoDuplicateExtension: PathRule = eachCertificate(
  'duplicate_extension',
  ({ extensions }) => hasDuplicates(extensions),
);

/** RFC 5280 sections 6.1.4 o and 6.1.5 f; also of the anchor's certificate. */
export const hasNoUnknownCriticalExtension: PathRule = eachCertificate(
  'unknown_critical_extension',
  ({ extensions }) => extensions.some(({ id, isCritical }) => isCritical && !understood.has(id)),
);
