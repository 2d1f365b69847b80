import { useState } from 'preact/hooks';
import { t } from '../../i18n.ts';
import type { Settings } from '../../messages.ts';
import { Failure } from '../../ui/failure.tsx';
import type { Problem } from '../../ui/failure-text.ts';
import { PasswordField } from '../../ui/password-field.tsx';
import { SafetyPicture } from '../../ui/safety-picture.tsx';
import { useFocus } from '../../ui/use-focus.ts';

interface TrialUnlockProps {
  settings: Settings | undefined;
  busy: boolean;
  problem: Problem | undefined;
  onOpen: (password: string) => void;
  onCancel: () => void;
}

/** Asks in place for what opens the vault. */
export function TrialUnlock({ settings, busy, problem, onOpen, onCancel }: TrialUnlockProps) {
  const [password, setPassword] = useState('');
  const heading = useFocus<HTMLHeadingElement>(true);
  return (
    <form
      class="stack"
      data-field="trial-unlock"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onOpen(password);
      }}
    >
      <h2 tabIndex={-1} ref={heading}>
        {t('trial_locked')}
      </h2>
      <SafetyPicture settings={settings} />
      <PasswordField label={t('password_vault')} value={password} onInput={setPassword} />
      {problem && <Failure problem={problem} />}
      <div class="buttons">
        <button type="submit" class="primary" aria-disabled={busy}>
          {t(busy ? 'trial_busy' : 'trial_action')}
        </button>
        <button type="button" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}
