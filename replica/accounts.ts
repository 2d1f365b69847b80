import { Refusal } from './refusal.ts';

/** What somebody enters IDSE with, besides the certificate. */
export interface Account {
  user: string;
  password: string;
}

/** Accounts of IDSE by the RFC of the certificate; whoever plays the world adds and changes them. */
export type Accounts = Map<string, Account>;

/** @throws Refusal when the RFC has no account, or another user or password. The words are replica-only. */
export function checkAccount(accounts: Accounts, rfc: string, given: Account): void {
  const account = accounts.get(rfc);
  if (!account) throw new Refusal('no_account', 'No hay ninguna cuenta de IDSE con este RFC.');
  if (account.user !== given.user || account.password !== given.password) {
    throw new Refusal('wrong_account', 'El usuario o la contraseña de IDSE no son correctos.');
  }
}
