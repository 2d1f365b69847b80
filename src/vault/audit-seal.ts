import { headOf, type AuditEntry, type AuditSeal } from './audit-chain.ts';
import { encodeFields } from './encode-fields.ts';

const purpose = 'firma-lista/audit/v1';

/** Fixes count and head of the log under a key that only the unlocked vault has. */
export async function makeSeal(
  entries: readonly AuditEntry[],
  vaultKey: Uint8Array<ArrayBuffer>,
): Promise<AuditSeal> {
  const unsigned = { count: entries.length, head: headOf(entries) };
  const mac = await crypto.subtle.sign('HMAC', await sealingKey(vaultKey), sealedBytes(unsigned));
  return { ...unsigned, mac: new Uint8Array(mac) };
}

export async function isGenuineSeal(
  seal: AuditSeal,
  vaultKey: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const key = await sealingKey(vaultKey);
  return await crypto.subtle.verify('HMAC', key, seal.mac, sealedBytes(seal));
}

function sealedBytes({ count, head }: Pick<AuditSeal, 'count' | 'head'>): Uint8Array<ArrayBuffer> {
  return encodeFields([purpose, count, head]);
}

async function sealingKey(vaultKey: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', vaultKey, 'HKDF', false, ['deriveKey']);
  const info = new TextEncoder().encode(purpose);
  return await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info },
    base,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign', 'verify'],
  );
}
