import { t } from '../../i18n.ts';
import type { AuthorityCard } from '../../messages.ts';
import { visibleText } from '../../ui/visible-text.ts';
import { AuthorityFacts } from './authority-facts.tsx';
import { Fingerprint } from './fingerprint.tsx';

interface AuthorityListProps {
  cards: readonly AuthorityCard[];
  onRemove: (card: AuthorityCard) => void;
}

/** Those that come with the extension and those that the person added; only these can go. */
export function AuthorityList({ cards, onRemove }: AuthorityListProps) {
  return (
    <ul class="authorities" data-field="authorities">
      {cards.map((card) => (
        <li key={card.sha256} data-origin={card.origin}>
          <AuthorityFacts card={card} />
          <Fingerprint sha256={card.sha256} />
          {card.origin === 'added' && (
            <div>
              <button
                type="button"
                class="plain"
                aria-label={t('authority_remove_which', visibleText(card.name))}
                onClick={() => onRemove(card)}
              >
                {t('remove_confirm')}
              </button>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
