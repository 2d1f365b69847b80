import { useMemo, useState } from 'preact/hooks';
import { browser } from '../../browser.ts';
import { t, type MessageKey } from '../../i18n.ts';
import { makeReport, newReference } from '../../report/index.ts';
import { errorIn } from '../../ui/app-url.ts';
import { callOf } from './call.ts';
import { ReportActions } from './report-actions.tsx';
import { ReportSheet } from './report-sheet.tsx';
import { sheetOf } from './sheet.ts';
import { useSources } from './use-sources.ts';

const say = (key: string) => t(key as MessageKey);

/** Known without asking anybody, so that there is always something to show. */
function occasionNow() {
  const at = new Date();
  return {
    reference: newReference((count) => crypto.getRandomValues(new Uint8Array(count))),
    at,
    offset: -at.getTimezoneOffset(),
    version: browser.runtime.getManifest().version,
    error: errorIn(location.hash),
  };
}

/** One page for whoever helps: made here, of what can still be read, whatever else is broken. */
export function ReportScreen() {
  const [occasion] = useState(occasionNow);
  const sources = useSources();
  const [namesExtensions, setNamesExtensions] = useState(false);
  const report = useMemo(
    () => makeReport(sources, { ...occasion, namesExtensions }, say),
    [sources, namesExtensions],
  );
  const [sheet, call] = useMemo(() => [sheetOf(report), callOf(report)], [report]);
  const isSettled = Object.values(sources).every((source) => source !== undefined);
  const { diagnosis, extensions } = report;
  const others = extensions.state === 'read' ? extensions.value.count : 0;
  return (
    <>
      <div class="report-aside stack" data-field="report-aside">
        <p class="lead">{t('report_intro')}</p>
        <p>{t('report_private')}</p>
        {diagnosis.state === 'none' && (
          <p class="notice" data-field="report-nothing">
            {t('report_nothing')} <a href="#/no-puedo-ingresar">{t('report_look')}</a>
          </p>
        )}
        {others > 0 && (
          <label class="check">
            <input
              type="checkbox"
              name="extension-names"
              checked={namesExtensions}
              onChange={(event) => setNamesExtensions(event.currentTarget.checked)}
            />
            <span>{t('report_name_extensions', String(others))}</span>
          </label>
        )}
        <ReportActions report={report} sheet={sheet} call={call} isSettled={isSettled} />
      </div>
      <ReportSheet sheet={sheet} call={call} isSettled={isSettled} />
    </>
  );
}
