import type { Bytes } from '../asn1/der.ts';
import { decipherAesBlocks } from './aes-blocks.ts';
import { decryptPadded } from './padded-cbc.ts';

/**
 * Deciphers AES-CBC (RFC 8018 appendix B.2.5). In: a key of 16, 24 or 32 octets, an initial vector
 * of 16, whole blocks. Out: the plain octets without their padding, or `undefined` when the padding
 * is wrong, so when the key is.
 */
export async function decryptAes(
  key: Bytes,
  iv: Bytes,
  data: Uint8Array,
): Promise<Bytes | undefined> {
  // Chrome's WebCrypto refuses AES of 192 bits.
  if (key.length === 24) return decryptPadded(decipherAesBlocks(key), iv, data);
  const { subtle } = globalThis.crypto;
  const imported = await subtle.importKey('raw', key, 'AES-CBC', false, ['decrypt']);
  try {
    const encrypted = new Uint8Array(data);
    return new Uint8Array(await subtle.decrypt({ name: 'AES-CBC', iv }, imported, encrypted));
  } catch (error) {
    // What WebCrypto says of wrong padding.
    if (error instanceof DOMException && error.name === 'OperationError') return undefined;
    throw error;
  }
}
