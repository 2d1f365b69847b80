import { DerError, type Bytes, type DerNode } from '../asn1/der.ts';
import { readEncryptionScheme, type EncryptionScheme } from '../key/encryption-scheme.ts';

/** What a password protects, read but not opened. */
export interface Sealed {
  scheme: EncryptionScheme;
  encrypted: Bytes;
}

/**
 * In: an AlgorithmIdentifier, and what it says how to decipher.
 *
 * @throws DerError also when something was cut off
 * @throws FirmaError `unsupported_key`, `too_many_iterations`
 */
export function readSealed(algorithm: DerNode | undefined, encrypted: Bytes): Sealed {
  const scheme = readEncryptionScheme(algorithm);
  const isWhole = encrypted.length > 0 && encrypted.length % scheme.blockLength === 0;
  if (!isWhole) throw new DerError('half a block');
  return { scheme, encrypted };
}
