import { useId, useMemo } from 'preact/hooks';
import { t } from '../i18n.ts';
import type { CredentialCard as Card } from '../messages.ts';
import { choiceNames } from './choice-names.ts';
import { CredentialCard } from './credential-card.tsx';

interface CredentialChoiceProps {
  cards: readonly Card[];
  /** How many there are, when not all of them came yet: what is below must not move. */
  count?: number | undefined;
  chosen: Card;
  onChoose: (id: string) => void;
  now: Date;
}

/** The e.firma that will be used; a list to choose from once there are several. */
export function CredentialChoice({ cards, count, chosen, onChoose, now }: CredentialChoiceProps) {
  const id = useId();
  const names = useMemo(() => choiceNames(cards, now), [cards, now.toDateString()]);
  return (
    <div class="choice">
      {(count ?? cards.length) > 1 && (
        <div class="field">
          <label for={id}>{t('choose_credential')}</label>
          <select
            id={id}
            value={chosen.id}
            onChange={(event) => onChoose(event.currentTarget.value)}
          >
            {cards.map((card, at) => (
              <option key={card.id} value={card.id}>
                {names[at]}
              </option>
            ))}
          </select>
        </div>
      )}
      <CredentialCard credential={chosen} now={now} brief />
    </div>
  );
}
