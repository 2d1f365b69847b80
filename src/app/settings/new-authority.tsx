import { t } from '../../i18n.ts';
import type { AuthorityCard } from '../../messages.ts';
import { useFocus } from '../../ui/use-focus.ts';
import { AuthorityFacts } from './authority-facts.tsx';
import { Fingerprint } from './fingerprint.tsx';

interface NewAuthorityProps {
  card: AuthorityCard;
  onAdd: () => void;
  onClose: () => void;
}

/** What a file would add, its fingerprint first: names can be copied, fingerprints cannot. */
export function NewAuthority({ card, onAdd, onClose }: NewAuthorityProps) {
  const heading = useFocus<HTMLHeadingElement>(card);
  const isNew = card.origin === 'new';
  return (
    <section class="new-authority stack" data-field="new-authority">
      <h3 tabIndex={-1} ref={heading}>
        {t(isNew ? 'authority_compare' : 'authority_known')}
      </h3>
      <Fingerprint sha256={card.sha256} />
      {isNew && <p>{t('authority_compare_text')}</p>}
      <div>
        <AuthorityFacts card={card} />
      </div>
      <div class="buttons">
        {isNew && (
          <button type="button" class="primary" data-action="add-authority" onClick={onAdd}>
            {t('authority_add')}
          </button>
        )}
        <button type="button" onClick={onClose}>
          {t(isNew ? 'cancel' : 'close')}
        </button>
      </div>
    </section>
  );
}
