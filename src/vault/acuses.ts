import type { Acuse } from '../portal-messages.ts';
import { database } from './database.ts';

const most = 1000;

/**
 * Writes an acuse down, once: of one that is there already, what was known first stays. When there
 * are too many, the oldest go.
 */
export async function writeAcuse(acuse: Acuse): Promise<void> {
  const transaction = (await database()).transaction('acuses', 'readwrite', {
    durability: 'strict',
  });
  const { store } = transaction;
  const before = await store.get(acuse.id);
  await store.put({ ...acuse, ...before });
  let tooMany = (await store.index('at').count()) - most;
  for (
    let cursor = await store.index('at').openCursor();
    cursor && tooMany > 0;
    cursor = await cursor.continue()
  ) {
    await cursor.delete();
    tooMany -= 1;
  }
  await transaction.done;
}

/** As they rest, in no order: nobody has judged them. */
export async function readAcuses(): Promise<unknown[]> {
  return await (await database()).getAll('acuses');
}

export async function dropAcuse(id: string): Promise<void> {
  await (await database()).delete('acuses', id);
}
