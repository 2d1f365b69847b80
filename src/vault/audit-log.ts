import type { IDBPTransaction, StoreNames } from 'idb';
import {
  chainEntry,
  judgeChain,
  type AuditEntry,
  type AuditEvent,
  type AuditSeal,
  type Integrity,
} from './audit-chain.ts';
import { session } from '../storage.ts';
import { isGenuineSeal, makeSeal } from './audit-seal.ts';
import { database, type VaultSchema } from './database.ts';

const stores = ['audit', 'credentials', 'header', 'intents', 'seal'] as const;

export type Writing = IDBPTransaction<VaultSchema, StoreNames<VaultSchema>[], 'readwrite'>;

export interface Together {
  /** Queues writes, synchronously, that must happen with the entry or not at all. */
  write?: (transaction: Writing) => void;
  /**
   * Seals the log, this entry included, under `key`. `lastKey` is the vault key of the last seal:
   * undefined after a vault was made anew, when nobody can tell any more. A log that does not
   * agree with its last seal is not sealed again, so that the damage stays visible.
   */
  seal?: { key: Uint8Array<ArrayBuffer>; lastKey: Uint8Array<ArrayBuffer> | undefined };
}

/**
 * Appends one entry, on disk when the promise resolves, and drops the intent of the same id. An
 * event whose id is there already is left as it is.
 */
export async function appendAudit(event: AuditEvent, together: Together = {}): Promise<void> {
  await navigator.locks.request('audit', async () => {
    const db = await database();
    const known = await db.getFromIndex('audit', 'id', event.id);
    if (known && known.action !== event.action) throw new Error('an id of the history used twice');
    const cursor = await db.transaction('audit').store.openCursor(null, 'prev');
    // All hashes are made here, because a transaction ends as soon as it has nothing to do.
    const entry = known === undefined ? await chainEntry(event, cursor?.value) : undefined;
    const seal = together.seal && (await nextSeal(together.seal, entry));
    const transaction: Writing = db.transaction([...stores], 'readwrite', { durability: 'strict' });
    if (entry) void transaction.objectStore('audit').add(entry);
    if (seal) void transaction.objectStore('seal').put(seal, 'latest');
    void transaction.objectStore('intents').delete(event.id);
    together.write?.(transaction);
    await transaction.done;
  });
}

/**
 * Every entry, oldest first, and whether they are the ones that were written. Only the vault key
 * can tell a genuine seal from a forged one, so while locked the best that is said is `unverified`.
 */
export async function readAuditLog(): Promise<{
  entries: AuditEntry[];
  integrity: Integrity | 'unverified';
  unsealed: number;
}> {
  const db = await database();
  const [entries, seal, hasVault] = await Promise.all([
    db.getAll('audit'),
    db.get('seal', 'latest'),
    db.count('header'),
  ]);
  const chain = await judgeChain(entries, seal);
  const unsealed = Math.max(0, entries.length - (seal?.count ?? 0));
  if (chain !== 'intact' || hasVault === 0) return { entries, integrity: chain, unsealed };
  const { sealIsGenuine } = await session.get('sealIsGenuine');
  // Whatever writes to a vault seals: a vault without a seal has lost it to somebody.
  if (!seal || sealIsGenuine === false) return { entries, integrity: 'changed', unsealed };
  return { entries, integrity: sealIsGenuine === true ? 'intact' : 'unverified', unsealed };
}

async function nextSeal(
  { key, lastKey }: NonNullable<Together['seal']>,
  entry?: AuditEntry,
): Promise<AuditSeal | undefined> {
  const db = await database();
  const [entries, last] = await Promise.all([db.getAll('audit'), db.get('seal', 'latest')]);
  const isGenuine =
    lastKey === undefined || (last !== undefined && (await isGenuineSeal(last, lastKey)));
  const isWhole = isGenuine && (await judgeChain(entries, last)) === 'intact';
  await session.set({ sealIsGenuine: isGenuine });
  // A forged seal is made to fit no log at all: once found out it is, locked or not.
  if (!isGenuine && last) return { ...last, head: 'forged' };
  return isWhole ? await makeSeal(entry ? [...entries, entry] : entries, key) : undefined;
}
