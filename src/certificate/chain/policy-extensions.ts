import { oidValue, smallInteger } from '../asn1/der-values.ts';
import { DerError, implicitOf, sequenceOf, type DerNode } from '../asn1/der.ts';
import { contextTag, tags } from '../asn1/tags.ts';

export const anyPolicy = '2.5.29.32.0';

/** RFC 5280 section 4.2.1.11: how many more certificates may follow before it holds. */
export interface PolicyConstraints {
  requireExplicitPolicy?: number;
  inhibitPolicyMapping?: number;
}

export interface PolicyMapping {
  issuerDomain: string;
  subjectDomain: string;
}

/**
 * The policies of a certificate; qualifiers are passed over (RFC 5280 section 4.2.1.4).
 *
 * @throws DerError also when one is there twice, or none
 */
export function readCertificatePolicies(node: DerNode): string[] {
  const policies = sequenceOf(node).map((information) => oidValue(sequenceOf(information)[0]));
  if (policies.length === 0) throw new DerError('no policy');
  if (new Set(policies).size !== policies.length) throw new DerError('policy twice');
  return policies;
}

/**
 * @throws DerError also for anyPolicy, which cannot be mapped (RFC 5280 section 6.1.4 a)
 */
export function readPolicyMappings(node: DerNode): PolicyMapping[] {
  const mappings = sequenceOf(node).map((pair) => {
    const [issuerDomain, subjectDomain, extra] = sequenceOf(pair);
    if (extra) throw new DerError('a mapping has two policies');
    return { issuerDomain: oidValue(issuerDomain), subjectDomain: oidValue(subjectDomain) };
  });
  const named = mappings.flatMap(({ issuerDomain, subjectDomain }) => [
    issuerDomain,
    subjectDomain,
  ]);
  if (named.length === 0 || named.includes(anyPolicy)) throw new DerError('not a policy mapping');
  return mappings;
}

/**
 * @throws DerError
 */
export function readPolicyConstraints(node: DerNode): PolicyConstraints {
  const parts = sequenceOf(node);
  const take = (number: number) => {
    const part = parts[0]?.tag === contextTag(number, false) ? parts.shift() : undefined;
    return part && smallInteger(implicitOf(part, tags.integer));
  };
  const requireExplicitPolicy = take(0);
  const inhibitPolicyMapping = take(1);
  if (parts.length > 0) throw new DerError('not policyConstraints');
  return {
    ...(requireExplicitPolicy !== undefined && { requireExplicitPolicy }),
    ...(inhibitPolicyMapping !== undefined && { inhibitPolicyMapping }),
  };
}

/**
 * How many more certificates may follow before anyPolicy counts for nothing (RFC 5280 section
 * 4.2.1.14).
 *
 * @throws DerError
 */
export function readInhibitAnyPolicy(node: DerNode): number {
  return smallInteger(node);
}
