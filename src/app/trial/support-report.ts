import type { Finding } from '../../certificate/index.ts';
import { t } from '../../i18n.ts';
import type { Review, Trial, TrialStep } from '../../messages.ts';
import { problemOfCause, type Problem } from '../../ui/failure-text.ts';
import { formatDate } from '../../ui/format.ts';
import { otherFindings } from '../certificates/other-findings.ts';
import { lastOf, redactedRfc } from './redacted.ts';
import { momentOf, problemOfTrial, reasonOf } from './trial-text.ts';

/**
 * What a help desk may know of a trial, as plain text: without names, CURP, file names or a whole
 * RFC or number. The ids in brackets are those of the interface.
 */
export function supportReport(trial: Trial, version: string): string {
  const problem = problemOfTrial(trial);
  return [
    t('trial_report_title', version),
    momentOf(trial),
    problem ? `${problem.text} [${codeOf(problem)}]` : t('trial_good'),
    ...linesOfCard(trial.review),
    '',
    ...trial.steps.map(lineOfStep),
    ...otherFindings(trial.review).map(lineOfFinding),
  ].join('\n');
}

function linesOfCard({ card, belongsTo }: Review): string[] {
  if (!card) return [];
  const [from, to] = [card.notBefore, card.notAfter].map((date) => formatDate(new Date(date)));
  return [
    `${t('card_rfc')}: ${redactedRfc(card.rfc)}`,
    `${t('card_kind')}: ${card.kind}`,
    t('trial_report_serial', lastOf(card.serialNumber)),
    t('trial_report_dates', from ?? '', to ?? ''),
    ...(belongsTo ? [t('trial_report_belongs_to', redactedRfc(belongsTo.rfc))] : []),
  ];
}

function lineOfStep(step: TrialStep): string {
  const id = step.reason === undefined ? step.id : `${step.id}: ${step.reason}`;
  const words = [t(`status_${step.status}`), t(`trial_step_${step.id}`), reasonOf(step)];
  return `${words.filter((word) => word !== '').join(' · ')} [${id}]`;
}

function lineOfFinding({ id, status, detail }: Finding): string {
  const problem = problemOfCause(id, detail);
  return `${t(`status_${status}`)} · ${problem.text} [${codeOf(problem)}]`;
}

/** As the interface shows it in small type. */
function codeOf({ id, detail }: Problem): string {
  return detail === undefined ? id : `${id} ${detail}`;
}
