import { t } from '../i18n.ts';
import type { NativeRequest } from '../messages.ts';
import { PasswordField } from './password-field.tsx';
import { UserField } from './user-field.tsx';

export type TypedAccount = NonNullable<NativeRequest['account']>;

interface IdseAccountProps {
  /** What is kept with the e.firma is used. */
  kept: boolean;
  onTypeAnother: () => void;
  account: TypedAccount;
  onInput: (account: TypedAccount) => void;
}

/** The user name and password of IDSE's own, told apart from the other two passwords. */
export function IdseAccount({ kept, onTypeAnother, account, onInput }: IdseAccountProps) {
  if (kept) {
    return (
      <p class="hint">
        {t('native_account_kept')}{' '}
        <button type="button" class="plain" onClick={onTypeAnother}>
          {t('native_account_other')}
        </button>
      </p>
    );
  }
  return (
    <>
      <UserField
        label={t('native_idse_user')}
        value={account.user}
        onInput={(user) => onInput({ ...account, user })}
      />
      <PasswordField
        label={t('native_idse_password')}
        hint={t('native_idse_password_hint')}
        value={account.password}
        onInput={(password) => onInput({ ...account, password })}
      />
    </>
  );
}
