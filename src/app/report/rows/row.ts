import { t } from '../../../i18n.ts';
import type { Part } from '../../../report/index.ts';

/** One line of the sheet. */
export interface Row {
  text: string;
  /** What a help desk looks it up by. */
  code?: string;
  /** Of a check. */
  status?: string;
}

/** The rows of a part; or that it is being read, or why it could not be. */
export function rowsOfPart<Value>(
  part: Part<Value>,
  rowsOf: (value: Value) => readonly Row[],
): readonly Row[] {
  if (part.state === 'read') return rowsOf(part.value);
  if (part.state === 'reading') return [{ text: t('report_reading') }];
  if (part.state === 'none') return [];
  return [{ text: t(`report_unreadable_${part.why}`), status: 'unknown' }];
}
