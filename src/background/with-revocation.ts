import type { Review, TrialStep } from '../messages.ts';

/** A review that knows what came of it: one that is revoked is of no use, whatever else is right. */
export function withRevocation(review: Review, { status, revoked }: TrialStep): Review {
  const findings = review.findings.map((finding) =>
    finding.id === 'cert.revoked' ? { ...finding, status } : finding,
  );
  const isNews = status === 'fail' && review.ok;
  return {
    ...review,
    findings,
    ...(review.card && revoked && { card: { ...review.card, revoked } }),
    ...(isNews && { ok: false, cause: 'cert.revoked' }),
  };
}
