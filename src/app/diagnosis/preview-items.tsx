import { t } from '../../i18n.ts';
import type { PreviewItem } from '../../messages.ts';
import { formatNumber, formatSize } from '../../ui/format.ts';
import { visibleText } from '../../ui/visible-text.ts';

/** What a repair would touch: names, how many, how large. Never what is in it. */
export function PreviewItems({ items }: { items: readonly PreviewItem[] }) {
  return (
    <div>
      <h3>{t('repair_there')}</h3>
      <ul class="preview" data-field="preview">
        {items.map(({ kind, name, host = '', count = 1, bytes, isFinal }) => (
          <li key={`${kind} ${name} ${host}`} data-kind={kind}>
            <bdi>{t(`preview_${kind}`, visibleText(name))}</bdi>
            <span class="hint">
              {[
                ...(host === '' ? [] : [visibleText(host)]),
                ...(count === 1 ? [] : [t('preview_count', formatNumber(count))]),
                ...(bytes === undefined ? [] : [formatSize(bytes)]),
                ...(isFinal ? [t('preview_final')] : []),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
