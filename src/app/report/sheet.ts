import { formatDateTime } from '../../ui/format.ts';
import { t } from '../../i18n.ts';
import type { Report } from '../../report/index.ts';
import { browserRows } from './rows/browser-rows.ts';
import { causeRows } from './rows/cause-rows.ts';
import { checkRows, unseenRows } from './rows/check-rows.ts';
import { connectionRows } from './rows/connection-rows.ts';
import { efirmaRows } from './rows/efirma-rows.ts';
import { signalRows } from './rows/signal-rows.ts';
import { textRows } from './rows/text-rows.ts';
import { trialRows } from './rows/trial-rows.ts';
import { triedRows } from './rows/tried-rows.ts';
import type { Row } from './rows/row.ts';

export interface Section {
  id: string;
  title: string;
  rows: readonly Row[];
  /** So many fit on a printed page; the file has all of them. */
  most: number;
}

/** A report in words: the page, the print and the text are made of it, and say the same. */
export interface Sheet {
  reference: string;
  /** When, and by what. */
  head: readonly string[];
  sections: readonly Section[];
}

const sections = [
  { id: 'cause', most: 8, rowsOf: causeRows },
  { id: 'tried', most: 3, rowsOf: triedRows },
  { id: 'texts', most: 2, rowsOf: textRows },
  { id: 'efirma', most: 6, rowsOf: efirmaRows },
  { id: 'browser', most: 4, rowsOf: browserRows },
  { id: 'connection', most: 6, rowsOf: connectionRows },
  { id: 'trial', most: 5, rowsOf: trialRows },
  { id: 'checks', most: 14, rowsOf: checkRows },
  { id: 'unseen', most: 5, rowsOf: unseenRows },
  { id: 'signals', most: 1, rowsOf: signalRows },
] as const;

/** The words of a report. Sections with nothing to say are left out. */
export function sheetOf(report: Report): Sheet {
  const at = new Date(report.at);
  return {
    reference: report.reference,
    head: [
      t('report_at', formatDateTime(at)),
      t('report_zone', report.at.slice(19)),
      t('report_versions', report.extension, report.texts),
    ],
    sections: sections
      .map(({ id, most, rowsOf }) => ({
        id,
        most,
        title: t(`report_section_${id}`),
        rows: rowsOf(report),
      }))
      .filter(({ rows }) => rows.length > 0),
  };
}
