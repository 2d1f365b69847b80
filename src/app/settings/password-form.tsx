import { useState } from 'preact/hooks';
import { t } from '../../i18n.ts';
import { sendMessage } from '../../messages.ts';
import { Done } from '../../ui/done.tsx';
import { Failure } from '../../ui/failure.tsx';
import { problemOf, type Problem } from '../../ui/failure-text.ts';
import { PasswordField } from '../../ui/password-field.tsx';

const shortest = 8;

/** Changing what opens the vault. The new one is typed twice; a mistake leaves all three there. */
export function PasswordForm() {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [mistake, setMistake] = useState<'settings_password_short' | 'settings_password_differ'>();
  const [problem, setProblem] = useState<Problem>();
  const [changed, setChanged] = useState(0);

  const change = async () => {
    const slip =
      [...next].length < shortest
        ? 'settings_password_short'
        : next !== again
          ? 'settings_password_differ'
          : undefined;
    setMistake(slip);
    setProblem(undefined);
    setChanged(0);
    if (slip) return;
    try {
      await sendMessage('changeVaultPassword', { current, next });
      [setCurrent, setNext, setAgain].forEach((set) => set(''));
      setChanged(changed + 1);
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void change();
      }}
    >
      <PasswordField label={t('settings_password_current')} value={current} onInput={setCurrent} />
      <PasswordField
        label={t('settings_password_next')}
        hint={t('settings_password_next_hint')}
        value={next}
        onInput={setNext}
        isNew
      />
      <PasswordField label={t('settings_password_again')} value={again} onInput={setAgain} isNew />
      {mistake && (
        <p class="field-error" role="alert">
          {t(mistake)}
        </p>
      )}
      {problem && <Failure problem={problem} />}
      {changed > 0 && <Done key={changed} text={t('settings_password_changed')} />}
      <div>
        <button type="submit">{t('settings_password_change')}</button>
      </div>
    </form>
  );
}
