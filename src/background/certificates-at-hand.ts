import { readCertificate, type Bytes, type Certificate } from '../certificate/index.ts';
import { codeOf } from '../errors.ts';
import type { PortalEvent, Scene } from '../evidence/gatherer.ts';
import { local, session } from '../storage.ts';
import { credentialsInMemory, listRecords, type CredentialRecord } from '../vault/index.ts';

/**
 * DER of the e.firma that was given to a form, or else of the one used last, and of the others of the
 * same RFC, and where the person says that it is registered; undefined when there is none.
 */
export async function certificatesAtHand(given?: string): Promise<Scene['certificates']> {
  const [{ kept }, { inMemory }] = await Promise.all([local.get('kept'), session.get('inMemory')]);
  const wanted = given ?? (inMemory ?? kept)?.chosen?.id;
  if (wanted === undefined) return undefined;
  const [records, inMemoryToo] = await Promise.all([listRecords(), credentialsInMemory()]);
  const chosen = [...inMemoryToo, ...records].find(({ id }) => id === wanted)?.certificate;
  if (!chosen) return undefined;
  const { rfc: holder } = readCertificate(chosen);
  const own = records.filter(({ rfc }) => rfc === holder);
  const lent = inMemoryToo.flatMap(({ certificate }) => readUnlessDamaged(certificate));
  const registrations = own.find(({ id }) => id === wanted)?.account?.registrations;
  return {
    chosen,
    id: wanted,
    ...(registrations && { registrations }),
    others: own.filter(({ id }) => id !== wanted).map(({ certificate }) => certificate),
    history: own.flatMap((record) => eventsOf(record, record.id === wanted)),
    isOnlyHolder: records.length === own.length && lent.every(({ rfc }) => rfc === holder),
  };
}

function eventsOf({ account, entered = [] }: CredentialRecord, isChosen: boolean): PortalEvent[] {
  return [
    ...entered.map((entry) => ({ ...entry, what: 'entered' as const, isChosen })),
    ...(account?.registrations ?? []).map(({ portal, since }) => ({
      portal,
      what: 'registered' as const,
      at: since,
      isChosen,
    })),
  ];
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
