import { t } from '../../i18n.ts';
import type { AccountView } from '../../messages.ts';
import { portalName } from '../../ui/portal-name.ts';
import { TextField } from '../text-field.tsx';
import { accountPortals, type AccountDraft } from './account-draft.ts';

interface AccountFieldsProps {
  draft: AccountDraft;
  doubtful: AccountView['doubtful'];
  onChange: (draft: AccountDraft) => void;
}

/** What opens nothing: kept in clear. */
export function AccountFields({ draft, doubtful, onChange }: AccountFieldsProps) {
  const change = (part: Partial<AccountDraft>) => onChange({ ...draft, ...part });
  const doubt = (field: 'curp' | 'nss') =>
    doubtful.includes(field) ? t('account_doubtful') : undefined;
  return (
    <>
      <TextField
        label={t('account_curp')}
        value={draft.curp}
        hint={doubt('curp')}
        onInput={(curp) => change({ curp })}
      />
      <TextField
        label={t('account_nss')}
        value={draft.nss}
        hint={doubt('nss')}
        onInput={(nss) => change({ nss })}
      />
      <TextField
        label={t('account_registros')}
        value={draft.registrosPatronales}
        hint={t('account_registros_hint')}
        lines
        onInput={(registrosPatronales) => change({ registrosPatronales })}
      />
      <TextField
        label={t('account_email')}
        type="email"
        value={draft.email}
        onInput={(email) => change({ email })}
      />
      <fieldset class="account-group stack">
        <legend>{t('account_registrations')}</legend>
        <p class="hint">{t('account_registrations_hint')}</p>
        {accountPortals.map(({ id }) => (
          <TextField
            key={id}
            label={portalName(id)}
            type="datetime-local"
            value={draft.registrations[id] ?? ''}
            onInput={(since) => change({ registrations: { ...draft.registrations, [id]: since } })}
          />
        ))}
      </fieldset>
    </>
  );
}
