import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../i18n.ts';
import type { Acuse } from '../../messages.ts';
import { Untrusted } from '../../ui/untrusted.tsx';

interface RemoveAcuseProps {
  acuse: Acuse;
  onClose: () => void;
  onRemove: () => void;
}

/** Asks before an acuse is taken from this computer: nothing brings it back. */
export function RemoveAcuse({ acuse, onClose, onRemove }: RemoveAcuseProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="remove-acuse-title" onClose={onClose}>
      <div class="stack">
        <h2 id="remove-acuse-title">{t('ask_acuses_remove_title')}</h2>
        {acuse.folio !== undefined && (
          <p>
            {t('ask_folio')}{' '}
            <strong>
              <Untrusted text={acuse.folio} />
            </strong>
          </p>
        )}
        <p>{t('ask_acuses_remove_text')}</p>
        <div class="dialog-actions">
          <button type="button" onClick={() => dialog.current?.close()}>
            {t('cancel')}
          </button>
          <button type="button" class="primary" onClick={onRemove}>
            {t('ask_acuses_remove_confirm')}
          </button>
        </div>
      </div>
    </dialog>
  );
}
