import { useMemo, useState } from 'preact/hooks';
import { browser } from '../../browser.ts';
import { t } from '../../i18n.ts';
import type { Trial } from '../../messages.ts';
import { DownloadLink } from '../download-link.tsx';
import { supportReport } from './support-report.ts';

/** What may be handed to a help desk: shown whole before it is copied or saved. */
export function SupportCopy({ trial }: { trial: Trial }) {
  const text = useMemo(() => supportReport(trial, browser.runtime.getManifest().version), [trial]);
  const [state, setState] = useState<'copied' | 'failed'>();
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('failed'),
    );
  return (
    <details class="support" data-field="support">
      <summary>{t('trial_support')}</summary>
      <div class="stack">
        <p>{t('trial_support_text')}</p>
        <pre data-field="support-text">{text}</pre>
        <div class="buttons">
          <button type="button" onClick={() => void copy()}>
            {t('copy')}
          </button>
          <DownloadLink name={t('trial_support_file')} content={text}>
            {t('trial_support_save')}
          </DownloadLink>
        </div>
        <p role="status">{state && t(`trial_support_${state}`)}</p>
      </div>
    </details>
  );
}
