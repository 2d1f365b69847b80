import { database } from './database.ts';

/** Writes beside an e.firma that is kept when a portal let it in last. */
export async function saveEntry(id: string, entry: { portal: string; at: string }): Promise<void> {
  await navigator.locks.request('vault', async () => {
    const transaction = (await database()).transaction('credentials', 'readwrite');
    const record = await transaction.store.get(id);
    if (record) {
      const others = (record.entered ?? []).filter(({ portal }) => portal !== entry.portal);
      await transaction.store.put({ ...record, entered: [...others, entry] });
    }
    await transaction.done;
  });
}
