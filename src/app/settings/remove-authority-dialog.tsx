import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../i18n.ts';
import type { AuthorityCard } from '../../messages.ts';
import { Untrusted } from '../../ui/untrusted.tsx';

interface RemoveAuthorityDialogProps {
  card: AuthorityCard;
  onClose: () => void;
  onRemove: () => void;
}

/** Asks before an authority is trusted no more. */
export function RemoveAuthorityDialog({ card, onClose, onRemove }: RemoveAuthorityDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="remove-authority-title" onClose={onClose}>
      <div class="stack">
        <h2 id="remove-authority-title">{t('authority_remove_title')}</h2>
        <p>
          <strong>
            <Untrusted text={card.name} />
          </strong>
        </p>
        <p>{t('authority_remove_text')}</p>
        <div class="dialog-actions">
          <button type="button" onClick={() => dialog.current?.close()}>
            {t('cancel')}
          </button>
          <button type="button" class="primary" onClick={onRemove}>
            {t('remove_confirm')}
          </button>
        </div>
      </div>
    </dialog>
  );
}
