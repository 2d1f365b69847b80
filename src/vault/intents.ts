import type { AuditEvent } from './audit-chain.ts';
import { database } from './database.ts';

/**
 * Written before a signature, a fill or a repair, removed together with the writing of its audit
 * entry: what is still here when the service worker starts was cut off half-way.
 */
export type Intent = AuditEvent & {
  action: 'authenticate' | 'fill' | 'native' | 'repair' | 'trial';
  /** Of a repair, and no part of the entry. It ends what a whole domain's cookies hold too. */
  isShared?: true;
  /** In which run of the browser it began. */
  run?: string;
  /** All of it is done; only the entry is not written yet. */
  isMade?: true;
};

export async function writeIntent(intent: Intent): Promise<void> {
  const transaction = (await database()).transaction('intents', 'readwrite', {
    durability: 'strict',
  });
  await Promise.all([transaction.store.put(intent), transaction.done]);
}

export async function dropIntent(id: string): Promise<void> {
  await (await database()).delete('intents', id);
}

export async function unfinishedIntents(): Promise<Intent[]> {
  return await (await database()).getAll('intents');
}
