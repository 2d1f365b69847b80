import { useId } from 'preact/hooks';
import { t } from '../i18n.ts';

interface UserFieldProps {
  label?: string;
  value: string;
  onInput: (value: string) => void;
}

/** The user name that a portal asks for besides the e.firma, where it is not kept. */
export function UserField({ label = t('fill_user'), value, onInput }: UserFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        value={value}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}
