import { defineCheck, type CheckEvidence, type Outcome } from './check.ts';
import type { CheckEvidenceKey } from './evidence-keys.ts';

const day = 86_400_000;

interface Stage {
  /** Days of life left, at most. */
  days: number;
  status: Outcome['status'];
  key: CheckEvidenceKey;
}

/** An e.firma lasts four years. */
const ofTheSat: readonly Stage[] = [
  { days: 7, status: 'warning', key: 'expires_within_a_week' },
  { days: 30, status: 'warning', key: 'expires_within_a_month' },
  { days: 60, status: 'pass', key: 'expires_within_two_months' },
  { days: 90, status: 'pass', key: 'expires_within_three_months' },
];

/** A certificate of the IMSS lasts months. */
const ofTheImss: readonly Stage[] = [
  { days: 3, status: 'warning', key: 'expires_within_three_days' },
  { days: 7, status: 'warning', key: 'expires_within_a_week' },
  { days: 15, status: 'pass', key: 'expires_within_fifteen_days' },
];

/** Another check tells that it has expired, or has not begun. */
export default defineCheck({
  id: 'expiring-certificate',
  group: 'certificate',
  needs: ['credential'],
  judge({ credential: { kind, notBefore, notAfter } }, at) {
    if (at > new Date(notAfter) || at < new Date(notBefore)) return { status: 'not_applicable' };
    const end: CheckEvidence = { key: 'valid_until', values: [{ date: notAfter }] };
    const daysLeft = (Date.parse(notAfter) - at.getTime()) / day;
    const stages = kind === 'imss' ? ofTheImss : ofTheSat;
    const stage = stages.find(({ days }) => daysLeft <= days);
    if (!stage) return { status: 'pass', evidence: [end] };
    return {
      status: stage.status,
      evidence: [{ key: stage.key }, end],
      repair: 'renew-certificate',
    };
  },
});
