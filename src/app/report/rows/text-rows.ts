import { t } from '../../../i18n.ts';
import type { Report } from '../../../report/index.ts';
import { visibleText } from '../../../ui/visible-text.ts';
import { rowsOfPart, type Row } from './row.ts';

/** The portal's own words, the newest first. */
export function textRows({ portalTexts }: Report): readonly Row[] {
  return rowsOfPart(portalTexts, (texts) =>
    texts.toReversed().map(({ text, class: kind, told }) => ({
      text: t(told ? 'report_said_by_person' : 'report_said', visibleText(text)),
      ...(kind !== undefined && { code: kind }),
    })),
  );
}
