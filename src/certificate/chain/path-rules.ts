import type { PathRule } from './path.ts';
import { hasOneAlgorithm, hasStrongKeys, hasStrongSignatures } from './rules/algorithms.ts';
import {
  hasFittingVersion,
  isIssuedByAuthorities,
  keepsPathLength,
  maySignCertificates,
} from './rules/authority.ts';
import { hasNoDuplicateExtension, hasNoUnknownCriticalExtension } from './rules/extensions.ts';
import { isIssuedByWhomItNames } from './rules/key-identifiers.ts';
import { keepsNameConstraints } from './rules/name-constraints.ts';
import { keepsPolicies } from './rules/policies.ts';
import { hasBegun, hasNotEnded } from './rules/validity.ts';

/**
 * What a path must keep to besides names and signatures, which make it a path. The first that
 * refuses names the fault: who may issue at all comes before when.
 */
export const pathRules: readonly PathRule[] = [
  hasFittingVersion,
  hasNoDuplicateExtension,
  hasNoUnknownCriticalExtension,
  isIssuedByAuthorities,
  maySignCertificates,
  hasOneAlgorithm,
  hasStrongSignatures,
  hasStrongKeys,
  hasNotEnded,
  hasBegun,
  keepsPathLength,
  isIssuedByWhomItNames,
  keepsNameConstraints,
  keepsPolicies,
];
