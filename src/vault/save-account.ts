import type { Bytes } from '../certificate/index.ts';
import { FirmaError } from '../errors.ts';
import type { AuditEvent } from './audit-chain.ts';
import { appendAudit } from './audit-log.ts';
import type { CredentialRecord, FillSecret, KeptAccount } from './format.ts';
import { sealPart } from './parts.ts';
import { openFillPart, readRecord, withVault } from './vault.ts';

export interface AccountToKeep {
  id: string;
  account: KeptAccount;
  /** Left out: as it was. `null`: it is forgotten. Either needs the password. */
  idse?: FillSecret['idse'] | null;
  password?: string;
}

/**
 * Keeps what the person wrote down of an e.firma: what opens nothing in clear beside it, the account
 * at IDSE enciphered in its `fill` part. One transaction, with its entry in the history.
 * @throws FirmaError `credential_not_found`, `wrong_vault_password`, `fill_not_kept`,
 * `record_damaged`; `locked` without a password where one is needed
 */
export async function saveAccount(
  { id, account, idse, password }: AccountToKeep,
  event: AuditEvent,
): Promise<void> {
  await navigator.locks.request('vault', async () => {
    const record: CredentialRecord = { ...(await readRecord(id)), account };
    if (idse === undefined) return await write(record, event);
    if (password === undefined) throw new FirmaError('locked');
    await withVault(password, async ({ key }) => {
      const { idse: _before, ...rest } = await openFillPart(key, record);
      const fill = await sealFill(key, record, idse ? { ...rest, idse } : rest);
      const parts = { ...record.parts, fill };
      await write({ ...record, parts, hasIdse: idse !== null }, event, key);
    });
  });
}

async function sealFill(vaultKey: Bytes, record: CredentialRecord, fill: FillSecret) {
  const secret = new TextEncoder().encode(JSON.stringify(fill));
  const owner = { recordId: record.id, part: 'fill', certificate: record.certificate } as const;
  const part = await sealPart(vaultKey, owner, secret);
  secret.fill(0);
  return part;
}

async function write(record: CredentialRecord, event: AuditEvent, key?: Bytes): Promise<void> {
  await appendAudit(event, {
    ...(key && { seal: { key, lastKey: key } }),
    write(transaction) {
      void transaction.objectStore('credentials').put(record);
    },
  });
}
