import { t } from '../i18n.ts';
import { LockIcon } from '../ui/icons.tsx';
import { LockButton } from '../ui/lock-button.tsx';

/** Whether it is open, and the button that locks it. */
export function LockState({ isOpen }: { isOpen: boolean }) {
  return (
    <div class="lock-state">
      <LockIcon open={isOpen} />
      <span data-field="lock-state">{t(isOpen ? 'state_unlocked' : 'state_locked')}</span>
      {isOpen && <LockButton>{t('lock')}</LockButton>}
    </div>
  );
}
