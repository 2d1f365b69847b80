import { t } from '../../i18n.ts';
import { Untrusted } from '../../ui/untrusted.tsx';
import { visibleText } from '../../ui/visible-text.ts';

export type CopyFate = 'copied' | 'failed';

interface CopyRowProps {
  label: string;
  value: string;
  /** How copying went, as long as nothing else was copied after it. */
  fate: CopyFate | undefined;
  onCopied: (fate: CopyFate) => void;
}

/** One fact with its button. */
export function CopyRow({ label, value, fate, onCopied }: CopyRowProps) {
  const copy = () =>
    void navigator.clipboard.writeText(value).then(
      () => onCopied('copied'),
      () => onCopied('failed'),
    );
  return (
    <li>
      <span class="hand-label">{label}</span>
      <code>
        <Untrusted text={value} />
      </code>
      <button
        type="button"
        aria-label={t('hands_copy_which', label, visibleText(value))}
        onClick={copy}
      >
        {t('copy')}
      </button>
      <span role="status" data-fate={fate}>
        {fate && t(`hands_${fate}`, label)}
      </span>
    </li>
  );
}
