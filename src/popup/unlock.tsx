import { useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import { sendMessage, type Settings } from '../messages.ts';
import { Failure } from '../ui/failure.tsx';
import { problemOf, type Problem } from '../ui/failure-text.ts';
import { PasswordField } from '../ui/password-field.tsx';
import { SafetyPicture } from '../ui/safety-picture.tsx';

/** Opens the vault before going to a portal. */
export function Unlock({ settings }: { settings: Settings | undefined }) {
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const unlock = async () => {
    try {
      await sendMessage('unlock', { password });
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <details class="unlock">
      <summary>{t('popup_unlock_summary')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void unlock();
        }}
      >
        <SafetyPicture settings={settings} />
        <PasswordField label={t('password_vault')} value={password} onInput={setPassword} />
        {problem && <Failure problem={problem} />}
        <button type="submit" class="primary">
          {t('popup_unlock')}
        </button>
      </form>
    </details>
  );
}
