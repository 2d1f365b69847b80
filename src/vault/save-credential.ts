import { sha256Hex, type Bytes } from '../certificate/index.ts';
import { codeOf, FirmaError } from '../errors.ts';
import type { AuditEvent } from './audit-chain.ts';
import { appendAudit } from './audit-log.ts';
import { database } from './database.ts';
import { formatVersion, type CredentialRecord, type FillSecret } from './format.ts';
import { sealPart } from './parts.ts';
import { forgetSignKeys } from './unlocked.ts';
import {
  listRecords,
  makeHeader,
  openFillPart,
  openSession,
  openVault,
  type OpenVault,
} from './vault.ts';

export interface NewCredential {
  /** DER */
  certificate: Bytes;
  rfc: string;
  notAfter: Date;
  pkcs8: Bytes;
  /** Left out when the person does not want forms to be filled. */
  fill?: FillSecret;
}

export interface VaultPasswords {
  /** The password of the .key: with one e.firma it is also what unlocks. */
  key: string;
  vault?: string;
}

interface Opened extends OpenVault {
  /** The vault key of the last seal; none when the vault is made anew. */
  lastKey?: Bytes;
}

/**
 * Keeps an e.firma, or renews in place the one with the same certificate. Everything is computed
 * first and written in one transaction: a worker that dies leaves all of it or nothing.
 * @throws FirmaError `vault_password_needed`, `wrong_vault_password`
 */
export async function saveCredential(
  credential: NewCredential,
  passwords: VaultPasswords,
  event: (updated: boolean) => AuditEvent,
): Promise<{ record: CredentialRecord; updated: boolean }> {
  return await navigator.locks.request('vault', async () => {
    const fingerprint = await sha256Hex(credential.certificate);
    const records = await listRecords();
    const known = records.find((record) => record.fingerprint === fingerprint);
    const isOnlyOne = records.length === 1 && known !== undefined;
    const opened = await open(passwords, isOnlyOne);
    try {
      const id = known?.id ?? crypto.randomUUID();
      const record = await recordOf(await withKept(credential, known, opened), id, opened.key);
      await write(record, opened, event(known !== undefined));
      return { record, updated: known !== undefined };
    } finally {
      opened.key.fill(0);
    }
  });
}

/** What is known of an e.firma besides its files. */
type Besides = Pick<CredentialRecord, 'account' | 'entered' | 'revoked'>;

/** What was known of the same e.firma stays, as far as it can still be read. */
async function withKept(
  credential: NewCredential,
  known: CredentialRecord | undefined,
  { lastKey }: Opened,
): Promise<NewCredential & Besides> {
  const { account, entered, revoked } = known ?? {};
  const kept =
    known?.parts.fill && lastKey
      ? await openFillPart(lastKey, known).catch(() => undefined)
      : undefined;
  return {
    ...credential,
    ...(credential.fill && {
      fill: { ...(kept?.idse && { idse: kept.idse }), ...credential.fill },
    }),
    ...(account && { account }),
    ...(entered && { entered }),
    ...(revoked && { revoked }),
  };
}

async function recordOf(
  { certificate, rfc, notAfter, pkcs8, fill, account, entered, revoked }: NewCredential & Besides,
  id: string,
  key: Bytes,
): Promise<CredentialRecord> {
  const fingerprint = await sha256Hex(certificate);
  const owner = { recordId: id, certificate };
  const sign = await sealPart(key, { ...owner, part: 'sign' }, pkcs8);
  const secret = fill && new TextEncoder().encode(JSON.stringify(fill));
  const parts = {
    sign,
    ...(secret && { fill: await sealPart(key, { ...owner, part: 'fill' }, secret) }),
  };
  secret?.fill(0);
  return {
    version: formatVersion,
    id,
    fingerprint,
    certificate,
    rfc,
    notAfter,
    parts,
    ...(account && { account }),
    ...(entered && { entered }),
    ...(revoked && { revoked }),
    ...(fill?.idse && { hasIdse: true }),
  };
}

async function write(
  record: CredentialRecord,
  { header, key, lastKey }: Opened,
  event: AuditEvent,
): Promise<void> {
  // A worker that dies in between leaves it locked, never open with the keys of another record.
  await forgetSignKeys();
  await appendAudit(event, {
    seal: { key, lastKey },
    write(transaction) {
      void transaction.objectStore('header').put(header, 'vault');
      void transaction.objectStore('credentials').put(record);
    },
  });
  await openSession(key);
}

async function open({ key, vault }: VaultPasswords, isOnlyOne: boolean): Promise<Opened> {
  const exists = (await (await database()).count('header')) > 0;
  if (!exists) return await makeHeader(key);
  try {
    const opened = await openVault(vault ?? key);
    return { ...opened, lastKey: opened.key };
  } catch (error) {
    const code = codeOf(error);
    const mayBeMadeAnew =
      code === 'record_damaged' || (code === 'wrong_vault_password' && vault === undefined);
    if (!mayBeMadeAnew) throw error;
    // Nothing else depends on the old vault key, and whoever has files and password has it all.
    if (isOnlyOne) return await makeHeader(key);
    throw code === 'record_damaged'
      ? error
      : new FirmaError('vault_password_needed', { cause: error });
  }
}
