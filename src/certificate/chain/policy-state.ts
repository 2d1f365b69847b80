import type { KnownExtensions } from './known-extensions.ts';
import { anyPolicy, type PolicyConstraints, type PolicyMapping } from './policy-extensions.ts';

/**
 * The policies that hold down to one certificate: for each those that count for it in the next one.
 * One level of the tree of RFC 5280 is enough, as only whether anything is left is asked; it cannot
 * grow beyond what the certificates say.
 */
type Level = Map<string, Set<string>>;

export interface PolicyState {
  /** The next certificate towards the leaf. False when a policy is demanded and none is left. */
  take(known: KnownExtensions, isSelfIssued: boolean, isLeaf: boolean): boolean;
}

/** In: how many certificates there are without the anchor's (RFC 5280 section 6.1.2). */
export function createPolicyState(count: number): PolicyState {
  let level: Level = new Map([[anyPolicy, new Set([anyPolicy])]]);
  let [explicitPolicy, policyMapping, inhibitAny] = [count + 1, count + 1, count + 1];

  return {
    take(known, isSelfIssued, isLeaf) {
      const countsAny = inhibitAny > 0 || (!isLeaf && isSelfIssued);
      level = below(level, known.certificatePolicies ?? [], countsAny);
      if (explicitPolicy === 0 && level.size === 0) return false;
      if (!isLeaf) level = mapped(level, known.policyMappings ?? [], policyMapping > 0);
      if (isLeaf || !isSelfIssued) {
        [explicitPolicy, policyMapping, inhibitAny] = [
          less(explicitPolicy),
          less(policyMapping),
          less(inhibitAny),
        ];
      }
      const constraints: PolicyConstraints = known.policyConstraints ?? {};
      const { requireExplicitPolicy = Infinity, inhibitPolicyMapping = Infinity } = constraints;
      // A demand of the leaf's own counts only when it is immediate (RFC 5280 section 6.1.5 b): any
      // other leaves what there is above zero.
      explicitPolicy = Math.min(explicitPolicy, requireExplicitPolicy);
      policyMapping = Math.min(policyMapping, inhibitPolicyMapping);
      inhibitAny = Math.min(inhibitAny, known.inhibitAnyPolicy ?? Infinity);
      return !isLeaf || explicitPolicy > 0 || level.size > 0;
    },
  };
}

/** RFC 5280 section 6.1.3 d: what is left of a level in a certificate with these policies. */
function below(level: Level, policies: readonly string[], countsAny: boolean): Level {
  const expected = new Set([...level.values()].flatMap((policies) => [...policies]));
  const takesAll = level.has(anyPolicy);
  const kept = policies.filter(
    (policy) => policy !== anyPolicy && (takesAll || expected.has(policy)),
  );
  const rest = policies.includes(anyPolicy) && countsAny ? [...expected] : [];
  return new Map([...kept, ...rest].map((policy) => [policy, new Set([policy])]));
}

/**
 * RFC 5280 section 6.1.4 b: what the policies of an authority mean to those below it; nothing, where
 * mapping is not allowed. Where any policy holds, all do, mapped or not.
 */
function mapped(level: Level, mappings: readonly PolicyMapping[], isAllowed: boolean): Level {
  const next: Level = new Map(level);
  for (const { issuerDomain } of mappings) {
    if (level.has(issuerDomain)) next.set(issuerDomain, new Set());
  }
  if (!isAllowed) return next;
  for (const { issuerDomain, subjectDomain } of mappings) {
    next.get(issuerDomain)?.add(subjectDomain);
  }
  return next;
}

function less(count: number): number {
  return Math.max(0, count - 1);
}
