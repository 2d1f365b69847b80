import { useState } from 'preact/hooks';
import { t } from '../../i18n.ts';
import { Untrusted } from '../../ui/untrusted.tsx';
import { visibleText } from '../../ui/visible-text.ts';

/** A folio, to be copied as it is. */
export function CopyFolio({ folio }: { folio: string }) {
  const [isCopied, setIsCopied] = useState(false);
  const copy = () =>
    void navigator.clipboard.writeText(folio).then(
      () => setIsCopied(true),
      () => setIsCopied(false),
    );
  return (
    <span class="copyable">
      <code data-field="folio">
        <Untrusted text={folio} />
      </code>
      <button
        type="button"
        class="plain"
        aria-label={t('ask_acuses_copy_which', visibleText(folio))}
        onClick={copy}
      >
        {t('copy')}
      </button>
      <span role="status">{isCopied && t('copied')}</span>
    </span>
  );
}
