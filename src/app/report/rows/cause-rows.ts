import type { Certainty } from '../../../diagnosis/index.ts';
import { t } from '../../../i18n.ts';
import {
  hasFailedSince,
  type Report,
  type ReportDiagnosis,
  type ReportFailure,
} from '../../../report/index.ts';
import { strengthOf } from '../../../ui/diagnosis-text.ts';
import { formatDateTime } from '../../../ui/format.ts';
import { errorWords, evidenceWords, portalWords, sentenceOfId } from './words.ts';
import { rowsOfPart, type Row } from './row.ts';

/** What it came to, by what, and what else it may be. */
export function causeRows(report: Report): readonly Row[] {
  const { error, diagnosis, failure } = report;
  return [
    ...(error === undefined ? [] : [{ text: t('report_error', errorWords(error)), code: error }]),
    ...(diagnosis.state === 'none' ? [{ text: t('report_nothing') }] : []),
    ...rowsOfPart(diagnosis, diagnosisRows),
    ...rowsOfPart(failure, (value) => failureRows(value, !hasFailedSince(report))),
  ];
}

function diagnosisRows({ at, portal, failureSeen, causes }: ReportDiagnosis): readonly Row[] {
  return [
    ...causes.map(({ id, certainty }) => ({
      text: `${strengthIn(certainty)} ${sentenceOfId(id)}`,
      code: id,
    })),
    ...(causes.length === 0 ? [{ text: t('report_no_cause') }] : []),
    ...evidenceWords(causes[0]?.evidence ?? []).map((text) => ({ text })),
    ...(portal ? [{ text: portalWords(portal) }] : []),
    { text: t('report_diagnosed', formatDateTime(new Date(at))) },
    ...(failureSeen ? [] : [{ text: t('report_failure_not_seen') }]),
  ];
}

/** What was seen to fail; its cause only where nothing was diagnosed since. */
function failureRows(
  { at, portal, cause, certainty }: ReportFailure,
  isTold: boolean,
): readonly Row[] {
  return [
    { text: t('report_failure_seen', formatDateTime(new Date(at))) },
    ...(cause === undefined || isTold
      ? []
      : [
          {
            text: t('report_failure_cause', `${strengthIn(certainty)} ${sentenceOfId(cause)}`),
            code: cause,
          },
        ]),
    ...(portal && !isTold ? [{ text: portalWords(portal) }] : []),
  ];
}

/** «La causa es:», «Lo más probable es:», «Puede ser:». */
function strengthIn(certainty: Certainty | undefined = 'unknown'): string {
  return certainty === 'unknown' ? t('diagnosis_candidate') : strengthOf(certainty);
}
