import type { Bytes } from '../certificate/index.ts';
import { codeOf, FirmaError } from '../errors.ts';
import type { AuditEvent } from './audit-chain.ts';
import { appendAudit } from './audit-log.ts';
import { database } from './database.ts';
import {
  formatVersion,
  type CredentialRecord,
  type FillSecret,
  type Part,
  type PartName,
  type VaultHeader,
} from './format.ts';
import { createPasswordSlot, openPasswordSlot } from './password-slot.ts';
import { openPart, rewrapPart, unwrapDataKey, type PartOwner } from './parts.ts';
import { randomBytes } from './seal.ts';
import { forgetSignKeys, isUnlocked, keepSignKeys, signKeyOf } from './unlocked.ts';

export interface OpenVault {
  header: VaultHeader;
  key: Bytes;
}

function partOwner(record: CredentialRecord, part: PartName): PartOwner {
  return { recordId: record.id, part, certificate: record.certificate };
}

export async function listRecords(): Promise<CredentialRecord[]> {
  return await (await database()).getAllFromIndex('credentials', 'rfc');
}

/** @throws FirmaError `credential_not_found` */
export async function readRecord(id: string): Promise<CredentialRecord> {
  const record = await (await database()).get('credentials', id);
  if (!record) throw new FirmaError('credential_not_found');
  return record;
}

/**
 * The vault key, for as long as the caller holds it.
 * @throws FirmaError `wrong_vault_password`; `credential_not_found` when there is no vault yet
 */
export async function openVault(password: string): Promise<OpenVault> {
  const header = await (await database()).get('header', 'vault');
  if (!header) throw new FirmaError('credential_not_found');
  let failure: unknown = new FirmaError('record_damaged');
  for (const slot of header.slots) {
    try {
      return { header, key: await openPasswordSlot(header.id, slot, password) };
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

/** As {@link openVault}; the key is wiped when `use` ends, however it ends. */
export async function withVault<Result>(
  password: string,
  use: (vault: OpenVault) => Promise<Result>,
): Promise<Result> {
  const vault = await openVault(password);
  try {
    return await use(vault);
  } finally {
    vault.key.fill(0);
  }
}

/**
 * Unlocks: keeps what `sign` needs, and nothing else, until lock or close. Records that are damaged
 * stay locked.
 */
export async function openSession(key: Bytes): Promise<void> {
  const keys = new Map<string, Bytes>();
  for (const record of await listRecords()) {
    try {
      const owner = partOwner(record, 'sign');
      keys.set(record.id, await unwrapDataKey(key, owner, record.parts.sign));
    } catch (error) {
      if (codeOf(error) !== 'record_damaged') throw error;
    }
  }
  await keepSignKeys(keys);
}

/** The PKCS#8 key of a record. @throws FirmaError `locked`, `record_damaged` */
export async function openSignPart(record: CredentialRecord): Promise<Bytes> {
  const dataKey = await signKeyOf(record.id);
  // Unlocking finds every data key but those of damaged records: no password would help.
  if (!dataKey) throw new FirmaError((await isUnlocked()) ? 'record_damaged' : 'locked');
  return await openPart(dataKey, partOwner(record, 'sign'), record.parts.sign);
}

/** The original files and their password. @throws FirmaError `fill_not_kept`, `record_damaged` */
export async function openFillPart(vaultKey: Bytes, record: CredentialRecord): Promise<FillSecret> {
  const part = record.parts.fill;
  if (!part) throw new FirmaError('fill_not_kept');
  const owner = partOwner(record, 'fill');
  const secret = await openPart(await unwrapDataKey(vaultKey, owner, part), owner, part);
  const fill = JSON.parse(new TextDecoder().decode(secret)) as FillSecret;
  secret.fill(0);
  return fill;
}

/** A new vault key behind one new slot; nothing is written. */
export async function makeHeader(password: string): Promise<OpenVault> {
  const id = crypto.randomUUID();
  const key = randomBytes(32);
  const slot = await createPasswordSlot(id, key, password);
  return { header: { version: formatVersion, id, slots: [slot] }, key };
}

/**
 * Another password, and with it another vault key: whoever copied the old one has nothing. Parts
 * that are damaged stay as they are.
 * @throws FirmaError `wrong_vault_password`
 */
export async function changePassword(
  current: string,
  next: string,
  event: AuditEvent,
): Promise<void> {
  await navigator.locks.request('vault', () =>
    withVault(current, async (from) => {
      const to = await makeHeader(next);
      const records = await Promise.all(
        (await listRecords()).map((record) => rewrapRecord(record, from.key, to.key)),
      );
      await appendAudit(event, {
        seal: { key: to.key, lastKey: from.key },
        write(transaction) {
          void transaction.objectStore('header').put(to.header, 'vault');
          for (const record of records) void transaction.objectStore('credentials').put(record);
        },
      });
      await openSession(to.key);
      to.key.fill(0);
    }),
  );
}

async function rewrapRecord(
  record: CredentialRecord,
  from: Bytes,
  to: Bytes,
): Promise<CredentialRecord> {
  const rewrapped = async (name: PartName, part: Part): Promise<Part> => {
    try {
      return await rewrapPart(from, to, partOwner(record, name), part);
    } catch (error) {
      if (codeOf(error) !== 'record_damaged') throw error;
      return part;
    }
  };
  const { sign, fill } = record.parts;
  const parts = {
    sign: await rewrapped('sign', sign),
    ...(fill && { fill: await rewrapped('fill', fill) }),
  };
  return { ...record, parts };
}

/**
 * Removes a record; with the last one the vault itself goes, and with it its password. A vault whose
 * slot is damaged opens with no password: what is in it may be removed all the same.
 * @throws FirmaError `wrong_vault_password`, `credential_not_found`
 */
export async function removeRecord(id: string, password: string, event: AuditEvent): Promise<void> {
  await navigator.locks.request('vault', async () => {
    const { rfc } = await readRecord(id);
    const key = await keyUnlessDamaged(password);
    try {
      const isLast = (await listRecords()).every((record) => record.id === id);
      await appendAudit(
        { rfc, ...event },
        {
          ...(key && { seal: { key, lastKey: key } }),
          write(transaction) {
            void transaction.objectStore('credentials').delete(id);
            if (isLast) void transaction.objectStore('header').delete('vault');
          },
        },
      );
      if (isLast) await forgetSignKeys();
      else if (key && (await isUnlocked())) await openSession(key);
    } finally {
      key?.fill(0);
    }
  });
}

async function keyUnlessDamaged(password: string): Promise<Bytes | undefined> {
  try {
    return (await openVault(password)).key;
  } catch (error) {
    if (codeOf(error) !== 'record_damaged') throw error;
    return undefined;
  }
}
