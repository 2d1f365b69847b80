import type { RevocationGap, RevocationReason } from '../../certificate/index.ts';
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

const gaps: Readonly<Record<RevocationGap, CheckEvidenceKey>> = {
  not_allowed: 'revocation_not_allowed',
  no_permission: 'revocation_no_permission',
  unknown_issuer: 'revocation_unknown_issuer',
  no_responder: 'revocation_no_responder',
  unreachable: 'revocation_unreachable',
  timeout: 'revocation_timeout',
  redirected: 'revocation_redirected',
  http_status: 'revocation_http_status',
  too_large: 'revocation_too_large',
  malformed: 'revocation_malformed',
  responder_error: 'revocation_responder_error',
  unknown_to_responder: 'revocation_unknown_to_responder',
  unauthorised_responder: 'revocation_unauthorised_responder',
  bad_signature: 'revocation_bad_signature',
  other_certificate: 'revocation_other_certificate',
  nonce_missing: 'revocation_nonce_missing',
  nonce_mismatch: 'revocation_nonce_mismatch',
  not_yet: 'revocation_not_yet',
  stale: 'revocation_stale',
  unsupported: 'revocation_unsupported',
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
    return { status: 'unknown', evidence: [{ key: gaps[revocation.reason] }] };
  },
});
