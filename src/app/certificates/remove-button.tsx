import { t } from '../../i18n.ts';
import { sendMessage, type CredentialCard } from '../../messages.ts';
import { visibleText } from '../../ui/visible-text.ts';

/** Takes away one that is kept; what is only in memory is forgotten by locking. */
export function RemoveButton({ card, onRemove }: { card: CredentialCard; onRemove: () => void }) {
  const isKept = card.kept === 'vault';
  return (
    <div class="card-actions">
      <button
        type="button"
        class="plain"
        aria-label={isKept ? t('certificates_remove_which', visibleText(card.rfc)) : undefined}
        onClick={() => (isKept ? onRemove() : void sendMessage('lock'))}
      >
        {t(isKept ? 'certificates_remove' : 'certificates_forget')}
      </button>
    </div>
  );
}
