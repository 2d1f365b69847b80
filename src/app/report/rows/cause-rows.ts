import type { Certainty } from '../../../diagnosis/index.ts';
import { t } from '../../../i18n.ts';
import type { Report, ReportDiagnosis, ReportFailure } from '../../../report/index.ts';
import { strengthOf } from '../../../ui/diagnosis-text.ts';
import { formatDateTime } from '../../../ui/format.ts';
import { errorWords, evidenceWords, portalWords, sentenceOfId } from './words.ts';
import { rowsOfPart, type Row } from './row.ts';

/** What it came to, by what, and what else it may be. */
export function causeRows({ error, diagnosis, failure }: Report): readonly Row[] {
  return [
    ...(error === undefined ? [] : [{ text: t('report_error', errorWords(error)), code: error }]),
    ...(diagnosis.state === 'none' ? [{ text: t('report_nothing') }] : []),
    ...rowsOfPart(diagnosis, diagnosisRows),
    ...rowsOfPart(failure, (value) => failureRows(value, diagnosis)),
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
  diagnosis: Report['diagnosis'],
): readonly Row[] {
  const isTold = diagnosis.state === 'read' && diagnosis.value.at >= at;
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
