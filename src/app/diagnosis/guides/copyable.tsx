import { useState } from 'preact/hooks';
import { t } from '../../../i18n.ts';

/** An address that a page may not open: to be copied. */
export function Copyable({ text }: { text: string }) {
  const [isCopied, setIsCopied] = useState(false);
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => setIsCopied(true),
      () => setIsCopied(false),
    );
  return (
    <span class="copyable">
      <code>{text}</code>
      <button type="button" class="plain" onClick={copy}>
        {t('copy')}
      </button>
      <span role="status">{isCopied && t('copied')}</span>
    </span>
  );
}
