import { t } from '../i18n.ts';
import { sendMessage } from '../messages.ts';
import { LockIcon } from '../ui/icons.tsx';

/** Whether it is open, and the button that locks it. */
export function LockState({ isOpen }: { isOpen: boolean }) {
  return (
    <div class="lock-state">
      <LockIcon open={isOpen} />
      <span data-field="lock-state">{t(isOpen ? 'state_unlocked' : 'state_locked')}</span>
      {isOpen && (
        <button type="button" onClick={() => void sendMessage('lock')}>
          {t('lock')}
        </button>
      )}
    </div>
  );
}
