import { redactedRfc } from './masked.ts';
import { readCard } from './read-efirma.ts';
import { fieldsOf, itemsOf, momentOf, oneOf, textOf, withoutGaps } from './read-values.ts';
import type { ReportTrial } from './report.ts';
import type { Say } from './sources.ts';
import { knownId } from './words-of-ours.ts';

/** Out of a `Trial`: what was looked at and what it came to. @throws DamagedError */
export function readTrial(value: unknown, say: Say): ReportTrial {
  const { at, clock, ok, steps, review } = fieldsOf(value);
  const { cause, detail, findings, card, belongsTo } = fieldsOf(review);
  const known = knownId(say, 'cause', cause) ?? knownId(say, 'check', cause);
  return withoutGaps<ReportTrial>({
    at: momentOf(at),
    clock: oneOf(['portal', 'computer'], clock) ?? 'computer',
    ok: ok === true,
    cause: known,
    detail: detailOf(say, known, detail),
    steps: itemsOf(steps).flatMap((step) => stepOf(step, say)),
    findings: itemsOf(findings).flatMap((finding) => findingOf(finding, say)),
    efirma: card === undefined ? undefined : readCard(card),
    belongsTo:
      belongsTo === undefined ? undefined : redactedRfc(textOf(fieldsOf(belongsTo)['rfc'])),
  });
}

function stepOf(value: unknown, say: Say): ReportTrial['steps'] {
  const { id, status, reason } = fieldsOf(value);
  const known = knownId(say, 'trial_step', id);
  if (known === undefined) return [];
  return [
    withoutGaps<ReportTrial['steps'][number]>({
      id: known,
      status: knownId(say, 'status', status) ?? 'unknown',
      reason: reasonOf(say, reason),
    }),
  ];
}

/** A finding, why nobody knows of revocation, or what kept it from being looked at. */
function reasonOf(say: Say, reason: unknown): string | undefined {
  return ['check', 'evidence_revocation', 'trial_reason']
    .map((family) => knownId(say, family, reason))
    .find((known) => known !== undefined);
}

function findingOf(value: unknown, say: Say): ReportTrial['findings'] {
  const { id, status, detail } = fieldsOf(value);
  const known = knownId(say, 'check', id);
  if (known === undefined) return [];
  return [
    withoutGaps<ReportTrial['findings'][number]>({
      id: known,
      status: knownId(say, 'status', status) ?? 'unknown',
      detail: detailOf(say, known, detail),
    }),
  ];
}

function detailOf(say: Say, cause: string | undefined, detail: unknown): string | undefined {
  if (cause === undefined) return undefined;
  return knownId(say, `cause_${cause.replaceAll('.', '_')}`, detail);
}
