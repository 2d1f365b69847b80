import { t } from '../../../i18n.ts';
import type { Report, ReportChange } from '../../../report/index.ts';
import { formatDateTime } from '../../../ui/format.ts';
import { rowsOfPart, type Row } from './row.ts';
import { repairWords } from './words.ts';

/** What was repaired from here, and whether it was undone. */
export function triedRows({ changes, history }: Report): readonly Row[] {
  const rows = [changes, history].flatMap((part) => rowsOfPart(part, (all) => all.map(changeRow)));
  const texts = new Set(rows.map(({ text }) => text));
  if (rows.length === 0) return [{ text: t('report_none_tried') }];
  // Both are read, or neither: it is told once.
  return rows.filter(({ text }) => texts.delete(text));
}

function changeRow({ repair, at, state, confirmed }: ReportChange): Row {
  const became = [
    t(`report_change_${state}`),
    ...(confirmed ? [t('report_change_confirmed')] : []),
  ].join(', ');
  return {
    text: t('report_change', repairWords(repair), became, formatDateTime(new Date(at))),
    code: repair,
  };
}
