import type { VerdictSentence } from './verdict-sentences.ts';
import type { Finding } from './verdict.ts';

/**
 * Faults in spite of which halves that belong together are of use: what they sign can be verified,
 * and dates, purpose or password may be right elsewhere, later, or after a renewal that the same
 * e.firma signs. Whatever is not here leaves nothing to keep.
 */
const bearable: readonly VerdictSentence[] = [
  { cause: 'cert.moral' },
  { cause: 'cert.superseded' },
  { cause: 'cert.superseded', detail: 'newer_brought' },
  { cause: 'cert.expired' },
  { cause: 'cert.not_yet' },
  { cause: 'cert.not_yet', detail: 'clock_behind' },
  { cause: 'cert.weak_alg', detail: 'small_key' },
  { cause: 'cert.weak_alg', detail: 'old_hash' },
  { cause: 'pwd.encoding' },
];

/** Whether none of the findings makes a pair worthless for good. */
export function isOfUse(findings: readonly Finding[]): boolean {
  return findings
    .filter(({ status }) => status === 'fail')
    .every(({ id, detail }) => bearable.some((row) => row.cause === id && row.detail === detail));
}
