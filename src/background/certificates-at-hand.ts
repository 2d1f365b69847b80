import type { Bytes } from '../certificate/index.ts';
import { local, session } from '../storage.ts';
import { credentialsInMemory, listRecords } from '../vault/index.ts';

/** DER of the e.firma used last and of the others of the same RFC; undefined when there is none. */
export async function certificatesAtHand(): Promise<
  { chosen: Bytes; others: readonly Bytes[] } | undefined
> {
  const [{ kept }, { inMemory }] = await Promise.all([local.get('kept'), session.get('inMemory')]);
  const card = (inMemory ?? kept)?.chosen;
  if (!card) return undefined;
  const records = (await listRecords()).filter(({ rfc }) => rfc === card.rfc);
  const all = [...(await credentialsInMemory()), ...records];
  const chosen = all.find(({ id }) => id === card.id)?.certificate;
  if (!chosen) return undefined;
  return {
    chosen,
    others: records.filter(({ id }) => id !== card.id).map(({ certificate }) => certificate),
  };
}
