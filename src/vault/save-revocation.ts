import type { KnownRevocation } from '../certificate/index.ts';
import { database } from './database.ts';
import { saveRevocationInMemory } from './memory.ts';

/**
 * Writes beside an e.firma that it was revoked, or that it is not, as its issuer said last. In: the
 * hex SHA-256 of the certificate. Out: whether it is one of this computer, so that something changed.
 */
export async function saveRevocation(
  fingerprint: string,
  revoked: KnownRevocation | undefined,
): Promise<boolean> {
  return await navigator.locks.request('vault', async () => {
    const isInMemory = await saveRevocationInMemory(fingerprint, revoked);
    const transaction = (await database()).transaction('credentials', 'readwrite');
    const record = await transaction.store.index('fingerprint').get(fingerprint);
    if (record) {
      const { revoked: _before, ...rest } = record;
      await transaction.store.put({ ...rest, ...(revoked && { revoked }) });
    }
    await transaction.done;
    return isInMemory || record !== undefined;
  });
}
