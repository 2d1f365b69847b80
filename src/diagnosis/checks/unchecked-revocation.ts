import type { RevocationReason } from '../../certificate/index.ts';
import { defineCheck, type CheckEvidence } from './check.ts';
import type { CheckEvidenceKey } from './evidence-keys.ts';

const reasons: Readonly<Partial<Record<RevocationReason, CheckEvidenceKey>>> = {
  keyCompromise: 'revoked_for_key_compromise',
  cACompromise: 'revoked_for_issuer_compromise',
  aACompromise: 'revoked_for_issuer_compromise',
  affiliationChanged: 'revoked_for_affiliation_changed',
  superseded: 'revoked_for_superseded',
  cessationOfOperation: 'revoked_for_cessation',
  certificateHold: 'revoked_for_hold',
  privilegeWithdrawn: 'revoked_for_privilege_withdrawn',
};

/** Not knowing is not being fine, and says what it lacks. */
export default defineCheck({
  id: 'unchecked-revocation',
  group: 'certificate',
  needs: ['revocation'],
  judge({ revocation }) {
    if (revocation.status === 'good') {
      const { thisUpdate: date } = revocation;
      return { status: 'pass', evidence: [{ key: 'revocation_good', values: [{ date }] }] };
    }
    if (revocation.status === 'revoked') {
      const { revokedAt: date, reason } = revocation;
      const why = reason && reasons[reason];
      const since: CheckEvidence = { key: 'revocation_revoked', values: [{ date }] };
      return { status: 'fail', evidence: [since, ...(why ? [{ key: why }] : [])] };
    }
    const { reason, asked } = revocation;
    const isUpToThem = reason === 'not_allowed' || reason === 'no_permission';
    return {
      status: 'unknown',
      evidence: [{ key: `revocation_${revocation.reason}` }],
      ...(isUpToThem && { missing: 'revocation' }),
      ...(asked !== undefined && { origin: siteOf(asked) }),
    };
  },
});

/** Permissions are of whole hosts, whatever the port. */
function siteOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}`;
}
