import type { Account, AccountView } from '../../messages.ts';
import { portals, type PortalId } from '../../portals/index.ts';

/** What stands in the fields of the dialog while it is being written. */
export interface AccountDraft {
  curp: string;
  nss: string;
  registrosPatronales: string;
  email: string;
  /** By portal: the time of day here, as `datetime-local` has it; empty: not registered. */
  registrations: Partial<Record<PortalId, string>>;
}

/** Where the person can have an account. */
export const accountPortals = portals.filter(
  ({ purpose, replicaOnly, isOptional }) => purpose === 'enter' && !replicaOnly && !isOptional,
);

export const emptyDraft: AccountDraft = {
  curp: '',
  nss: '',
  registrosPatronales: '',
  email: '',
  registrations: {},
};

export function draftOf({ account }: AccountView): AccountDraft {
  const { curp = '', nss = '', registrosPatronales = [], email = '', registrations = [] } = account;
  return {
    curp,
    nss,
    registrosPatronales: registrosPatronales.join('\n'),
    email,
    registrations: Object.fromEntries(
      registrations.map(({ portal, since }) => [portal, localTimeOf(new Date(since))]),
    ),
  };
}

export function accountOf(draft: AccountDraft): Account {
  const { curp, nss, email } = draft;
  const registrosPatronales = draft.registrosPatronales
    .split(/[\n,;]/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const registrations = accountPortals.flatMap(({ id }) => {
    const since = draft.registrations[id];
    return since ? [{ portal: id, since: new Date(since).toISOString() }] : [];
  });
  return {
    ...(curp.trim() && { curp }),
    ...(nss.trim() && { nss }),
    ...(email.trim() && { email }),
    ...(registrosPatronales.length > 0 && { registrosPatronales }),
    ...(registrations.length > 0 && { registrations }),
  };
}

function localTimeOf(date: Date): string {
  const shifted = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}
