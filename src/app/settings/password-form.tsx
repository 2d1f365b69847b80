import { useState } from 'preact/hooks';
import { t, type MessageKey } from '../../i18n.ts';
import { sendMessage } from '../../messages.ts';
import { Done } from '../../ui/done.tsx';
import { Failure } from '../../ui/failure.tsx';
import { problemOf, type Problem } from '../../ui/failure-text.ts';
import { PasswordField } from '../../ui/password-field.tsx';
import { FieldError, type Slip } from '../field-error.tsx';

const shortest = 8;

/** Changing what opens the vault. The new one is typed twice; a mistake leaves all three there. */
export function PasswordForm() {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [slip, setSlip] = useState<Slip>();
  const [problem, setProblem] = useState<Problem>();
  const [changed, setChanged] = useState(0);

  const change = async () => {
    const mistake = mistakeIn(next, again);
    setSlip(mistake && { key: mistake });
    setProblem(undefined);
    setChanged(0);
    if (mistake) return;
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
      />
      <PasswordField label={t('settings_password_again')} value={again} onInput={setAgain} />
      {slip && <FieldError slip={slip} />}
      {problem && <Failure problem={problem} />}
      {changed > 0 && <Done key={changed} text={t('settings_password_changed')} />}
      <div>
        <button type="submit">{t('settings_password_change')}</button>
      </div>
    </form>
  );
}

function mistakeIn(next: string, again: string): MessageKey | undefined {
  if ([...next].length < shortest) return 'settings_password_short';
  return next === again ? undefined : 'settings_password_differ';
}
