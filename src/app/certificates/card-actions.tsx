import { t } from '../../i18n.ts';
import type { CredentialCard } from '../../messages.ts';
import { useFocusOnChange } from '../../ui/use-focus.ts';
import { visibleText } from '../../ui/visible-text.ts';
import { RemoveButton } from './remove-button.tsx';

interface CardActionsProps {
  card: CredentialCard;
  busy: boolean;
  asksPassword: boolean;
  onTry: () => void;
  onExport: () => void;
  onAccount: () => void;
  onRemove: () => void;
}

/** Try it, copy it out, take it away. One that is damaged can only go. */
export function CardActions({ card, busy, asksPassword, ...on }: CardActionsProps) {
  // Whoever gives up typing the password is back where it was asked for.
  const attempt = useFocusOnChange<HTMLButtonElement>(asksPassword);
  return (
    <div class="card-actions">
      {!card.damaged && (
        <button
          type="button"
          ref={attempt}
          data-action="try"
          aria-label={t('trial_action_which', visibleText(card.rfc))}
          aria-disabled={busy}
          onClick={() => !busy && on.onTry()}
        >
          {t(busy && !asksPassword ? 'trial_busy' : 'trial_action')}
        </button>
      )}
      {card.kept === 'vault' && !card.damaged && (
        <button
          type="button"
          data-action="account"
          aria-label={t('account_action_which', visibleText(card.rfc))}
          onClick={on.onAccount}
        >
          {t('account_action')}
        </button>
      )}
      {card.kept === 'vault' && card.canFill && !card.damaged && (
        <button
          type="button"
          data-action="export"
          aria-label={t('export_action_which', visibleText(card.rfc))}
          onClick={on.onExport}
        >
          {t('export_action')}
        </button>
      )}
      <RemoveButton card={card} onRemove={on.onRemove} />
    </div>
  );
}
