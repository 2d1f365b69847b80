import { sha256Hex } from '../certificate/index.ts';
import type { AuditFacts } from '../messages.ts';
import { encodeFields } from './encode-fields.ts';

/** What happened. `id` makes writing it twice harmless. */
export interface AuditEvent extends AuditFacts {
  id: string;
}

/** An event in the chain: `hash` covers the event, its place and the hash of the one before. */
export interface AuditEntry extends AuditEvent {
  sequence: number;
  /** hex SHA-256 */
  hash: string;
}

/** How far the log reached when the vault was last unlocked. */
export interface AuditSeal {
  count: number;
  head: string;
  /** HMAC-SHA-256 under a key derived from the vault key */
  mac: Uint8Array<ArrayBuffer>;
}

export type Integrity = 'intact' | 'cut' | 'changed';

const genesis = '0'.repeat(64);

/** The next entry of the chain. Sequences count from 1. */
export async function chainEntry(
  event: AuditEvent,
  last: Pick<AuditEntry, 'sequence' | 'hash'> | undefined,
): Promise<AuditEntry> {
  const sequence = (last?.sequence ?? 0) + 1;
  return { ...event, sequence, hash: await hashOf(event, sequence, last?.hash ?? genesis) };
}

/** Whether the entries, oldest first, are the ones that were written, as far as the seal reaches. */
export async function judgeChain(
  entries: readonly AuditEntry[],
  seal: Pick<AuditSeal, 'count' | 'head'> | undefined,
): Promise<Integrity> {
  let previous = genesis;
  for (const [index, { hash, sequence, ...event }] of entries.entries()) {
    if (sequence !== index + 1 || hash !== (await hashOf(event, sequence, previous))) {
      return 'changed';
    }
    previous = hash;
  }
  if (!seal) return 'intact';
  if (entries.length < seal.count) return 'cut';
  const sealedHead = seal.count === 0 ? genesis : entries[seal.count - 1]?.hash;
  return sealedHead === seal.head ? 'intact' : 'changed';
}

/** The hash that the next entry builds on. */
export function headOf(entries: readonly AuditEntry[]): string {
  return entries.at(-1)?.hash ?? genesis;
}

async function hashOf(event: AuditEvent, sequence: number, previous: string): Promise<string> {
  return await sha256Hex(
    encodeFields([
      previous,
      sequence,
      event.id,
      event.at,
      event.action,
      event.origin ?? '',
      event.portal ?? '',
      event.rfc ?? '',
      event.serialNumber ?? '',
      event.digest ?? '',
      // Younger than the rest: entries without it keep the hash that they had.
      ...(event.repair === undefined ? [] : [event.repair]),
    ]),
  );
}
