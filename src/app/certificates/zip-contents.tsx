import { t } from '../../i18n.ts';
import type { IdentifiedFile } from '../../messages.ts';
import { Untrusted } from '../../ui/untrusted.tsx';

/** What there is in a ZIP that an e.firma can be made of. It is used as it is. */
export function ZipContents({ contents = [], damaged }: IdentifiedFile) {
  if (contents.length === 0) {
    return damaged ? null : <p class="hint">{t('file_zip_empty')}</p>;
  }
  return (
    <div class="zip-contents" data-field="zip-contents">
      <p class="hint">{t('file_zip_inside')}</p>
      <ul>
        {contents.map(({ name, kind }, index) => (
          <li key={index}>
            {t(`file_kind_${kind}`)} · <Untrusted text={name} />
          </li>
        ))}
      </ul>
      <p class="hint">{t('file_zip_direct')}</p>
    </div>
  );
}
