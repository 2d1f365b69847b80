import { useState } from 'preact/hooks';
import { t } from '../../../i18n.ts';

/** Words to send to somebody: shown whole, and copied in one press. */
export function Letter({ lines }: { lines: readonly string[] }) {
  const [isCopied, setIsCopied] = useState(false);
  const text = lines.join('\n');
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => setIsCopied(true),
      () => setIsCopied(false),
    );
  return (
    <div class="letter">
      <pre data-field="letter">{text}</pre>
      <button type="button" onClick={copy}>
        {t('guide_text_copy')}
      </button>{' '}
      <span role="status">{isCopied && t('guide_text_copied')}</span>
    </div>
  );
}
