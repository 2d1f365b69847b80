import { readCertificate, type Bytes, type Certificate } from '../certificate/index.ts';
import { codeOf } from '../errors.ts';
import type { Scene } from '../evidence/gatherer.ts';
import { local, session } from '../storage.ts';
import { credentialsInMemory, listRecords } from '../vault/index.ts';

/**
 * DER of the e.firma used last and of the others of the same RFC, and where the person says that it
 * is registered; undefined when there is none.
 */
export async function certificatesAtHand(): Promise<Scene['certificates']> {
  const [{ kept }, { inMemory }] = await Promise.all([local.get('kept'), session.get('inMemory')]);
  const card = (inMemory ?? kept)?.chosen;
  if (!card) return undefined;
  const records = (await listRecords()).filter(({ rfc }) => rfc === card.rfc);
  const all = [...(await credentialsInMemory()), ...records];
  const chosen = all.find(({ id }) => id === card.id)?.certificate;
  if (!chosen) return undefined;
  const registrations = records.find(({ id }) => id === card.id)?.account?.registrations;
  return {
    chosen,
    ...(registrations && { registrations }),
    others: records.filter(({ id }) => id !== card.id).map(({ certificate }) => certificate),
  };
}

/** Every certificate that is kept or in memory. What is damaged says nothing of other files. */
export async function allCertificates(): Promise<Certificate[]> {
  const all = [...(await credentialsInMemory()), ...(await listRecords())];
  return all.flatMap(({ certificate }) => readUnlessDamaged(certificate));
}

function readUnlessDamaged(der: Bytes): Certificate[] {
  try {
    return [readCertificate(der)];
  } catch (error) {
    if (codeOf(error) !== 'not_a_certificate') throw error;
    return [];
  }
}
