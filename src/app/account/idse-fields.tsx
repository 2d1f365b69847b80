import { t } from '../../i18n.ts';
import type { AccountChange, Settings } from '../../messages.ts';
import { PasswordField } from '../../ui/password-field.tsx';
import { SafetyPicture } from '../../ui/safety-picture.tsx';
import { TextField } from '../text-field.tsx';

export interface IdseDraft {
  user: string;
  password: string;
  /** What is kept is forgotten. */
  forgets: boolean;
  vaultPassword: string;
}

export const emptyIdse: IdseDraft = { user: '', password: '', forgets: false, vaultPassword: '' };

/** Nothing typed leaves it as it was. */
export function idseChange(draft: IdseDraft): Pick<AccountChange, 'idse' | 'password'> {
  const { user, password, forgets, vaultPassword } = draft;
  if (!touches(draft)) return {};
  return { idse: forgets ? null : { user: user.trim(), password }, password: vaultPassword };
}

const touches = ({ user, password, forgets }: IdseDraft): boolean =>
  forgets || user.trim() !== '' || password !== '';

interface IdseFieldsProps {
  idse: IdseDraft;
  isKept: boolean;
  settings: Settings | undefined;
  onChange: (idse: IdseDraft) => void;
}

/** The account at IDSE: kept enciphered, and so only with the password of the vault. */
export function IdseFields({ idse, isKept, settings, onChange }: IdseFieldsProps) {
  const change = (part: Partial<IdseDraft>) => onChange({ ...idse, ...part });
  return (
    <fieldset class="account-group stack">
      <legend>{t('account_idse')}</legend>
      <p class="hint">{t(isKept ? 'account_idse_kept' : 'account_idse_hint')}</p>
      {!idse.forgets && (
        <>
          <TextField
            label={t('account_idse_user')}
            value={idse.user}
            onInput={(user) => change({ user })}
          />
          <PasswordField
            label={t('account_idse_password')}
            value={idse.password}
            onInput={(password) => change({ password })}
          />
        </>
      )}
      {isKept && (
        <label class="check">
          <input
            type="checkbox"
            checked={idse.forgets}
            onChange={({ currentTarget }) => change({ forgets: currentTarget.checked })}
          />
          <span>{t('account_idse_forget')}</span>
        </label>
      )}
      {touches(idse) && (
        <>
          <SafetyPicture settings={settings} />
          <PasswordField
            label={t('password_vault')}
            value={idse.vaultPassword}
            onInput={(vaultPassword) => change({ vaultPassword })}
          />
        </>
      )}
    </fieldset>
  );
}
