import type { DiagnosedCause, EvidenceLine } from '../../diagnosis/index.ts';
import type { DiagnosisView } from '../../messages.ts';

/** More would be read by nobody; the rest is in the list of all that was looked at. */
const mostReasons = 2;

/**
 * What a person is told for a reason, at most two lines. A signal knows that a date is over; the
 * check that failed for it, and that is mended alike, knows the date, and speaks in its place.
 */
export function reasonsFor(
  { evidence: [first, ...others], repair }: Pick<DiagnosedCause, 'evidence' | 'repair'>,
  findings: DiagnosisView['findings'],
): EvidenceLine[] {
  const dated = findings
    .filter((finding) => repair && finding.repair === repair && finding.status === 'fail')
    .flatMap(({ evidence }) => evidence)
    .find(({ values }) => values?.some((value) => typeof value === 'object' && 'date' in value));
  const weightiest = dated ?? first;
  return [...(weightiest ? [weightiest] : []), ...others].slice(0, mostReasons);
}
