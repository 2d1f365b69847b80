import { t } from '../../i18n.ts';
import type { Review } from '../../messages.ts';
import { formatDate } from '../../ui/format.ts';
import { Untrusted } from '../../ui/untrusted.tsx';

/** Of which e.firma of this computer the key is that was brought with another certificate. */
export function BelongsTo({ rfc, notBefore, notAfter }: NonNullable<Review['belongsTo']>) {
  const [from, to] = [notBefore, notAfter].map((date) => formatDate(new Date(date)));
  return (
    <p data-field="belongs-to">
      <Untrusted text={t('import_belongs_to', rfc, from ?? '', to ?? '')} />
    </p>
  );
}
