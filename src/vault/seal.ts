import { FirmaError } from '../errors.ts';
import type { Sealed } from './format.ts';

const ivLength = 12;

export function randomBytes(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length));
}

/** Enciphers with AES-256-GCM under a 32-byte key and a fresh random nonce (NIST SP 800-38D). */
export async function seal(
  key: Uint8Array<ArrayBuffer>,
  plaintext: Uint8Array<ArrayBuffer>,
  associatedData: Uint8Array<ArrayBuffer>,
): Promise<Sealed> {
  const iv = randomBytes(ivLength);
  const cipher = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: associatedData },
    await importKey(key, 'encrypt'),
    plaintext,
  );
  return { iv, ciphertext: new Uint8Array(cipher) };
}

/**
 * Deciphers what {@link seal} made.
 * @throws FirmaError `record_damaged` when key, associated data or ciphertext do not belong together
 */
export async function unseal(
  key: Uint8Array<ArrayBuffer>,
  sealed: Sealed,
  associatedData: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const plaintext = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: sealed.iv, additionalData: associatedData },
      await importKey(key, 'decrypt'),
      sealed.ciphertext,
    );
    return new Uint8Array(plaintext);
  } catch (cause) {
    // What WebCrypto says of a tag that does not agree.
    if (!(cause instanceof DOMException && cause.name === 'OperationError')) throw cause;
    throw new FirmaError('record_damaged', { cause });
  }
}

function importKey(key: Uint8Array<ArrayBuffer>, usage: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', key, 'AES-GCM', false, [usage]);
}
