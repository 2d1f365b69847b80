import { useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import { DownloadLink } from './download-link.tsx';

interface SupportCopyProps {
  /** What is copied, whole: nothing in it names anybody. */
  text: string;
  /** Name of the file that it is saved as. */
  file: string;
}

/** What may be handed to a help desk: shown whole before it is copied or saved. */
export function SupportCopy({ text, file }: SupportCopyProps) {
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
          <DownloadLink name={file} content={text}>
            {t('trial_support_save')}
          </DownloadLink>
        </div>
        <p role="status">{state && t(`trial_support_${state}`)}</p>
      </div>
    </details>
  );
}
