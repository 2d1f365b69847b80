import { t } from '../../i18n.ts';
import type { AuthorityCard } from '../../messages.ts';
import { formatDate } from '../../ui/format.ts';
import { Untrusted } from '../../ui/untrusted.tsx';

/** Who it is, and from when until when. */
export function AuthorityFacts({ card }: { card: AuthorityCard }) {
  const [from, to] = [card.notBefore, card.notAfter].map((date) => formatDate(new Date(date)));
  return (
    <>
      <p class="authority-name">
        <Untrusted text={card.name} />
      </p>
      <p class="hint">
        {t(`authority_origin_${card.origin}`)} · {t('authority_dates', from ?? '', to ?? '')}
      </p>
    </>
  );
}
