import { t } from '../../i18n.ts';
import type { DiagnosisView } from '../../messages.ts';
import { sentenceOf, strengthOf } from '../../ui/diagnosis-text.ts';

/**
 * What a help desk may know of a diagnosis, as plain text: what it came to, what it was judged by,
 * and what nobody could look at. Signals are words and numbers of ours: no names, nothing typed.
 */
export function diagnosisReport(view: DiagnosisView, version: string): string {
  const { at, portal, causes, signals, findings, textsVersion } = view;
  const missing = findings.flatMap(({ id, missing: reason }) =>
    reason === undefined ? [] : [`${id}: ${reason}`],
  );
  return [
    t('diagnosis_report_title', version),
    [at, ...(portal === undefined ? [] : [portal])].join(' · '),
    ...causes.map(({ id, certainty }) => `${strengthOf(certainty)} ${sentenceOf(id)} [${id}]`),
    '',
    t('diagnosis_report_seen'),
    ...Object.entries(signals)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, value]) => `${name}: ${String(value)}`),
    '',
    t('diagnosis_report_not_seen'),
    ...missing,
    '',
    t('diagnosis_report_texts', textsVersion),
  ].join('\n');
}
