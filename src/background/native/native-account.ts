import { codeOf, FirmaError } from '../../errors.ts';
import type { NativeRequest } from '../../messages.ts';
import { fillSecretOf } from '../credentials.ts';

type PortalAccount = NonNullable<NativeRequest['account']>;

/**
 * The user name and password of the portal's own: those typed now, else those that are kept with the
 * e.firma, which the password of the vault opens.
 * @throws FirmaError `account_missing`, `wrong_vault_password`, `credential_not_found`
 */
export async function nativeAccount(request: NativeRequest): Promise<PortalAccount> {
  const account = request.account ?? (await keptAccount(request));
  if (!account?.user || !account.password) throw new FirmaError('account_missing');
  return account;
}

async function keptAccount({
  credentialId,
  password = '',
}: NativeRequest): Promise<PortalAccount | undefined> {
  try {
    return (await fillSecretOf(credentialId, password)).secret.idse;
  } catch (error) {
    const isNotThere =
      codeOf(error) === 'fill_not_kept' ||
      // Nobody typed it: that is no wrong one.
      (password === '' && codeOf(error) === 'wrong_vault_password');
    if (isNotThere) return undefined;
    throw error;
  }
}
