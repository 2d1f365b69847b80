import { database } from './database.ts';
import { saveRevocationInMemory, type Revise } from './memory.ts';

/**
 * Writes beside an e.firma of this computer whether it was revoked. In: the hex SHA-256 of the
 * certificate, and what follows from what is written there. Out: whether something changed.
 */
export async function saveRevocation(fingerprint: string, revise: Revise): Promise<boolean> {
  return await navigator.locks.request('vault', async () => {
    const changedInMemory = await saveRevocationInMemory(fingerprint, revise);
    const transaction = (await database()).transaction('credentials', 'readwrite');
    const record = await transaction.store.index('fingerprint').get(fingerprint);
    const revoked = revise(record?.revoked);
    const changes = record !== undefined && revoked !== record.revoked;
    if (changes) {
      const { revoked: _before, ...rest } = record;
      await transaction.store.put({ ...rest, ...(revoked && { revoked }) });
    }
    await transaction.done;
    return changedInMemory || changes;
  });
}
