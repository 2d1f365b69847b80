import { t } from '../../i18n.ts';
import type { CredentialCard } from '../../messages.ts';
import { LockButton } from '../../ui/lock-button.tsx';
import { visibleText } from '../../ui/visible-text.ts';

/** Takes away one that is kept; what is only in memory is forgotten by locking. */
export function RemoveButton({ card, onRemove }: { card: CredentialCard; onRemove: () => void }) {
  return card.kept === 'memory' ? (
    <LockButton isPlain>{t('certificates_forget')}</LockButton>
  ) : (
    <button
      type="button"
      class="plain"
      data-action="remove"
      aria-label={t('certificates_remove_which', visibleText(card.rfc))}
      onClick={onRemove}
    >
      {t('certificates_remove')}
    </button>
  );
}
