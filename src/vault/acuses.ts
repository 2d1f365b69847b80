import type { Acuse } from '../portal-messages.ts';
import { database } from './database.ts';

/** Of those that followed an approval. */
const mostApproved = 1000;
/** Of those that pages of one origin merely told: no script of theirs can fill the disk. */
const mostTold = 200;
const mostToldAnHour = 60;
const hour = 3_600_000;

/**
 * Writes an acuse down, once: of one that is there already, what was known first stays, but what
 * followed an approval goes before what a page merely told. Each kind makes room for itself alone, the
 * oldest first.
 * @returns whether it was written, and is new or is now one that followed an approval
 */
export async function writeAcuse(acuse: Acuse): Promise<boolean> {
  const transaction = (await database()).transaction('acuses', 'readwrite', {
    durability: 'strict',
  });
  const { store } = transaction;
  const before = await store.get(acuse.id);
  if (before && (before.approved || !acuse.approved)) {
    if (!before.approved) await store.put({ ...acuse, ...before });
    await transaction.done;
    return false;
  }
  const isAlike = (other: Acuse): boolean =>
    acuse.approved ? other.approved === true : !other.approved && other.origin === acuse.origin;
  const oldestFirst: Pick<Acuse, 'id' | 'at'>[] = [];
  for (
    let cursor = await store.index('at').openCursor();
    cursor;
    cursor = await cursor.continue()
  ) {
    const { id, at } = cursor.value;
    if (id !== acuse.id && isAlike(cursor.value)) oldestFirst.push({ id, at });
  }
  const hourAgo = new Date(Date.parse(acuse.at) - hour).toISOString();
  const ofTheHour = oldestFirst.filter(({ at }) => at > hourAgo).length;
  const isTooOften = !acuse.approved && ofTheHour >= mostToldAnHour;
  if (!isTooOften) {
    await store.put(acuse);
    const room = (acuse.approved ? mostApproved : mostTold) - 1;
    const tooOld = oldestFirst.slice(0, Math.max(0, oldestFirst.length - room));
    await Promise.all(tooOld.map(({ id }) => store.delete(id)));
  }
  await transaction.done;
  return !isTooOften;
}

/** As they rest, in no order: nobody has judged them. */
export async function readAcuses(): Promise<unknown[]> {
  return await (await database()).getAll('acuses');
}

export async function dropAcuse(id: string): Promise<void> {
  await (await database()).delete('acuses', id);
}
