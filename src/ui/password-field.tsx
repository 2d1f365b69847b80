import type { TargetedInputEvent } from 'preact';
import { useId, useState } from 'preact/hooks';
import { t } from '../i18n.ts';

interface PasswordFieldProps {
  label: string;
  hint?: string;
  value: string;
  onInput: (value: string) => void;
}

/** A password that can be looked at, pasted, and that says when Caps Lock is on. */
export function PasswordField({ label, hint, value, onInput }: PasswordFieldProps) {
  const id = useId();
  const [shown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const watchCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));
  const input = {
    id,
    value,
    // Once shown it is text like any other, which the browser would keep on disk with the tab.
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: false,
    'aria-describedby': `${id}-hint`,
    onInput: (event: TargetedInputEvent<HTMLInputElement>) => onInput(event.currentTarget.value),
    onKeyDown: watchCapsLock,
    onKeyUp: watchCapsLock,
    onBlur: () => setCapsLock(false),
  } as const;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="password">
        {shown ? <input type="text" {...input} /> : <input type="password" {...input} />}
        <button
          type="button"
          aria-pressed={shown}
          aria-label={t('password_show_label')}
          onClick={() => setShown(!shown)}
        >
          {t(shown ? 'password_hide' : 'password_show')}
        </button>
      </div>
      <div id={`${id}-hint`} class="hint">
        {hint}
        <output class="caps-lock">{capsLock && t('password_caps_on')}</output>
      </div>
    </div>
  );
}
