/** Words of ids that a report has. They are known: the report holds no others. */
import type { FindingId, VerdictDetail } from '../../../certificate/index.ts';
import type { CauseId, CheckId, Missing, RepairId } from '../../../diagnosis/index.ts';
import type { ErrorCode } from '../../../errors.ts';
import { t, type MessageKey } from '../../../i18n.ts';
import type { ReportLine, ReportPortal } from '../../../report/index.ts';
import { evidenceTexts, findingName, repairText, sentenceOf } from '../../../ui/diagnosis-text.ts';
import { problemOfCause, problemOfCode } from '../../../ui/failure-text.ts';
import { portalName } from '../../../ui/portal-name.ts';

export function sentenceOfId(cause: string): string {
  return sentenceOf(cause as CauseId);
}

/** Of an error, or of a mistake in files. */
export function errorWords(id: string): string {
  return id.includes('.')
    ? problemOfCause(id as FindingId).text
    : problemOfCode(id as ErrorCode).text;
}

export function fileWords(id: string, detail: string | undefined): string {
  return problemOfCause(id as FindingId, detail as VerdictDetail | undefined).text;
}

export function checkWords(id: string): string {
  return findingName(id as CheckId | CauseId);
}

export function missingWords(missing: string): string {
  return t(`missing_${missing as Missing}`);
}

export function repairWords(repair: string): string {
  return repairText(repair as RepairId, 'name');
}

export function statusWords(status: string): string {
  return t(`status_${status}` as MessageKey);
}

export function evidenceWords(lines: readonly ReportLine[]): string[] {
  return evidenceTexts(lines);
}

/** «Portal: Buzón IMSS (buzon.imss.gob.mx/buzonimss/login)» */
export function portalWords({ id, host, path }: ReportPortal): string {
  return t('report_portal', portalName(id), `${host}${path}`);
}
