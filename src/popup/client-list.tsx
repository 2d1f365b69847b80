import { useId } from 'preact/hooks';
import { t } from '../i18n.ts';
import type { CredentialCard } from '../messages.ts';
import { clientName } from '../ui/client-name.ts';
import { Untrusted } from '../ui/untrusted.tsx';

/** More are found by typing. */
const mostShown = 40;

interface ClientListProps {
  cards: readonly CredentialCard[];
  chosen: CredentialCard | undefined;
  onChoose: (id: string) => void;
}

/** One stop of the keyboard; the arrows go from one to the next. */
export function ClientList({ cards, chosen, onChoose }: ClientListProps) {
  const name = useId();
  const left = cards.length - mostShown;
  return (
    <>
      <fieldset class="clients">
        <legend class="unseen">{t('clients_next')}</legend>
        {cards.slice(0, mostShown).map((card) => (
          <label key={card.id} class="check">
            <input
              type="radio"
              name={name}
              value={card.id}
              checked={card.id === chosen?.id}
              onChange={() => onChoose(card.id)}
            />
            <span>
              <Untrusted text={clientName(card)} />
              <span class="hint">
                {' '}
                <Untrusted text={card.rfc} />
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <p class="hint" role="status">
        {cards.length === 0 && t('clients_none')}
        {left > 0 && t('clients_more', String(left))}
      </p>
    </>
  );
}
