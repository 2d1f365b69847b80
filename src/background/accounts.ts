/** What the person wrote down of an e.firma: where it is registered, and with what. */
import { hasRightCurpCheckDigit, hasRightNssCheckDigit } from '../certificate/index.ts';
import { FirmaError } from '../errors.ts';
import type { Account, AccountChange, AccountView } from '../messages.ts';
import {
  findPortal,
  readAccountField,
  type AccountField,
  type PortalId,
} from '../portals/index.ts';
import { readRecord, saveAccount as keepAccount, type KeptAccount } from '../vault/index.ts';
import { auditEvent } from './audit-event.ts';

const mostRegistrosPatronales = 50;

/** @throws FirmaError `credential_not_found` for one that is not kept */
export async function readAccount(id: string): Promise<AccountView> {
  const { account = {}, hasIdse = false } = await readRecord(id);
  const { curp, nss } = account;
  return {
    account: shown(account),
    hasIdse,
    doubtful: [
      ...(curp !== undefined && !hasRightCurpCheckDigit(curp) ? (['curp'] as const) : []),
      ...(nss !== undefined && !hasRightNssCheckDigit(nss) ? (['nss'] as const) : []),
    ],
  };
}

/**
 * Keeps all of it anew, as a portal writes it.
 * @throws FirmaError `account_invalid` when a field has not the shape of one; what the vault throws
 */
export async function saveAccount(change: AccountChange): Promise<void> {
  const { id, account, idse, password } = change;
  const { rfc } = await readRecord(id);
  if (idse && (idse.user.trim() === '' || idse.password === '')) {
    throw new FirmaError('account_invalid');
  }
  await keepAccount(
    {
      id,
      account: checked(account),
      ...(idse !== undefined && { idse }),
      ...(password !== undefined && { password }),
    },
    auditEvent('account', { rfc }),
  );
}

/** A portal whose row is gone is not shown. */
function shown({ registrations, ...account }: KeptAccount): Account {
  const known = registrations?.flatMap(({ portal, since }) => {
    const row = findPortal(portal);
    return row ? [{ portal: row.id, since }] : [];
  });
  return { ...account, ...(known && { registrations: known }) };
}

function checked({ curp, nss, email, registrosPatronales, registrations }: Account): KeptAccount {
  if ((registrosPatronales?.length ?? 0) > mostRegistrosPatronales) {
    throw new FirmaError('account_invalid');
  }
  return {
    ...(curp && { curp: read('curp', curp) }),
    ...(nss && { nss: read('nss', nss) }),
    ...(email && { email: read('email', email) }),
    ...(registrosPatronales?.length && {
      registrosPatronales: registrosPatronales.map((text) => read('registroPatronal', text)),
    }),
    ...(registrations?.length && { registrations: lastOfEach(registrations) }),
  };
}

function read(field: AccountField, text: string): string {
  const value = readAccountField(field, text);
  if (value === undefined) throw new FirmaError('account_invalid');
  return value;
}

function lastOfEach(
  registrations: NonNullable<Account['registrations']>,
): { portal: PortalId; since: string }[] {
  const byPortal = new Map(registrations.map((each) => [each.portal, each]));
  return [...byPortal.values()].map(({ portal, since }) => {
    const date = new Date(since);
    if (!findPortal(portal) || Number.isNaN(date.getTime()))
      throw new FirmaError('account_invalid');
    return { portal, since: date.toISOString() };
  });
}
