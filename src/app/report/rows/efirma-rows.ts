import { t, type MessageKey } from '../../../i18n.ts';
import type { Report, ReportEfirma } from '../../../report/index.ts';
import { formatDate } from '../../../ui/format.ts';
import { rowsOfPart, type Row } from './row.ts';

/** The e.firma it is about; that of a trial is told with the trial. */
export function efirmaRows({ efirma }: Report): readonly Row[] {
  return rowsOfPart(efirma, factsOf);
}

/** What a help desk may know of an e.firma. */
export function factsOf(efirma: ReportEfirma): readonly Row[] {
  const { rfc, holder, kind, issuer, notBefore, notAfter, serialEnd } = efirma;
  return [
    t('report_rfc', rfc, t(`report_holder_${holder}`)),
    t('report_kind', t(`card_kind_${kind}` as MessageKey), t(`report_issuer_${issuer}`)),
    t('report_dates', formatDate(new Date(notBefore)), formatDate(new Date(notAfter))),
    serialEnd === undefined ? '' : t('report_serial', serialEnd),
    efirma.revoked ? t('report_revoked') : '',
    efirma.superseded ? t('report_superseded') : '',
    efirma.weak ? t('report_weak') : '',
  ]
    .filter((text) => text !== '')
    .map((text) => ({ text }));
}
