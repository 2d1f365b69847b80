import { t } from '../i18n.ts';
import { LockIcon } from '../ui/icons.tsx';
import { LockButton } from '../ui/lock-button.tsx';
import { useFocusOnChange } from '../ui/use-focus.ts';

/** Whether it is open, and the button that locks it. A change takes the focus: its button went. */
export function LockState({ isOpen }: { isOpen: boolean }) {
  const words = useFocusOnChange<HTMLSpanElement>(isOpen);
  return (
    <div class="lock-state">
      <LockIcon open={isOpen} />
      <span data-field="lock-state" role="status" tabIndex={-1} ref={words}>
        {t(isOpen ? 'state_unlocked' : 'state_locked')}
      </span>
      {isOpen && <LockButton>{t('lock')}</LockButton>}
    </div>
  );
}
