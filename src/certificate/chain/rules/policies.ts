import { createPolicyState } from '../policy-state.ts';
import { isSelfIssued } from '../chain-certificate.ts';
import type { PathRule } from '../path.ts';

/**
 * Where a policy is demanded, there is one that holds all the way (RFC 5280 sections 6.1.2 to
 * 6.1.5, for a user who takes any policy and demands none). The anchor's own are not looked at.
 */
export const keepsPolicies: PathRule = ({ certificates, issuedCount }) => {
  const state = createPolicyState(issuedCount);
  for (let at = issuedCount - 1; at >= 0; at--) {
    const certificate = certificates[at];
    if (!certificate) continue;
    const isAllowed = state.take(certificate.known, isSelfIssued(certificate), at === 0);
    if (!isAllowed) return { reason: 'policy', at };
  }
  return undefined;
};
