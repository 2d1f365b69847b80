import { useState } from 'preact/hooks';
import { t } from '../../i18n.ts';
import type { Report } from '../../report/index.ts';
import { DownloadLink } from '../download-link.tsx';
import type { Call } from './call.ts';
import type { Sheet } from './sheet.ts';
import { sheetText } from './sheet-text.ts';

interface ReportActionsProps {
  report: Report;
  sheet: Sheet;
  call: Call;
  /** All that can be read has come. */
  isSettled: boolean;
}

/** The ways in which it leaves this computer, all of them by the person's hand. */
export function ReportActions({ report, sheet, call, isSettled }: ReportActionsProps) {
  const [state, setState] = useState<'copied' | 'copy_failed'>();
  const copy = () =>
    navigator.clipboard.writeText(sheetText(sheet, call)).then(
      () => setState('copied'),
      () => setState('copy_failed'),
    );
  return (
    <>
      <div class="buttons">
        <button
          type="button"
          class="primary"
          data-action="print"
          aria-disabled={!isSettled}
          onClick={() => isSettled && window.print()}
        >
          {t('report_print')}
        </button>
        <button
          type="button"
          data-action="copy"
          aria-disabled={!isSettled}
          onClick={() => isSettled && void copy()}
        >
          {t('report_copy')}
        </button>
        {isSettled && (
          <DownloadLink
            name={t('report_file', report.reference)}
            content={JSON.stringify(report, undefined, 2)}
          >
            {t('report_save')}
          </DownloadLink>
        )}
      </div>
      <p class="hint">{t('report_print_hint')}</p>
      <p role="status">{state && t(`report_${state}`)}</p>
    </>
  );
}
