import { argon2id } from 'hash-wasm';
import { codeOf, FirmaError } from '../errors.ts';
import { encodeFields } from './encode-fields.ts';
import { formatVersion, type Argon2Parameters, type PasswordSlot } from './format.ts';
import { randomBytes, seal, unseal } from './seal.ts';

const keyLength = 32;
const saltLength = 16;
const cost = { memoryKiB: 64 * 1024, passes: 3, lanes: 1 };

/** A record that asks for less is forged, one that asks for more would hang the browser. */
const bounds = {
  memoryKiB: { min: 19 * 1024, max: 1024 * 1024 },
  passes: { min: 1, max: 16 },
  lanes: { min: 1, max: 4 },
} as const;

/** Wraps a 32-byte vault key under a password: Argon2id (RFC 9106), then AES-256-GCM. */
export async function createPasswordSlot(
  vaultId: string,
  vaultKey: Uint8Array<ArrayBuffer>,
  password: string,
): Promise<PasswordSlot> {
  const slot = {
    id: crypto.randomUUID(),
    kind: 'password',
    kdf: { ...cost, salt: randomBytes(saltLength) },
  } as const;
  const wrappingKey = await stretch(password, slot.kdf);
  const sealed = await seal(wrappingKey, vaultKey, associatedData(vaultId, slot));
  wrappingKey.fill(0);
  return { ...slot, vaultKey: sealed };
}

/**
 * The vault key.
 * @throws FirmaError `wrong_vault_password`; `record_damaged` when the parameters are out of bounds
 */
export async function openPasswordSlot(
  vaultId: string,
  slot: PasswordSlot,
  password: string,
): Promise<Uint8Array<ArrayBuffer>> {
  for (const [name, { min, max }] of Object.entries(bounds)) {
    const value = slot.kdf[name as keyof typeof bounds];
    if (!Number.isInteger(value) || value < min || value > max) {
      throw new FirmaError('record_damaged');
    }
  }
  // Argon2id is not asked about none.
  if (password === '') throw new FirmaError('wrong_vault_password');
  const wrappingKey = await stretch(password, slot.kdf);
  try {
    return await unseal(wrappingKey, slot.vaultKey, associatedData(vaultId, slot));
  } catch (cause) {
    if (codeOf(cause) !== 'record_damaged') throw cause;
    throw new FirmaError('wrong_vault_password', { cause });
  } finally {
    wrappingKey.fill(0);
  }
}

async function stretch(
  password: string,
  { memoryKiB, passes, lanes, salt }: Argon2Parameters,
): Promise<Uint8Array<ArrayBuffer>> {
  const hash = await argon2id({
    password: password.normalize('NFC'),
    salt,
    memorySize: memoryKiB,
    iterations: passes,
    parallelism: lanes,
    hashLength: keyLength,
    outputType: 'binary',
  });
  return new Uint8Array(hash);
}

function associatedData(
  vaultId: string,
  { id, kind, kdf }: Omit<PasswordSlot, 'vaultKey'>,
): Uint8Array<ArrayBuffer> {
  return encodeFields([
    formatVersion,
    vaultId,
    id,
    kind,
    'argon2id',
    kdf.memoryKiB,
    kdf.passes,
    kdf.lanes,
    kdf.salt,
  ]);
}
