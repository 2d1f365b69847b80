import { DerError, expectTag, readDer, sequenceOf, type Bytes } from '../asn1/der.ts';
import { tags } from '../asn1/tags.ts';
import { readEncryptionScheme, type EncryptionScheme } from './encryption-scheme.ts';

/** A key file that a password protects, read but not opened. */
export interface EncryptedKey {
  scheme: EncryptionScheme;
  encrypted: Bytes;
}

/**
 * Reads an EncryptedPrivateKeyInfo (RFC 5958 section 3).
 *
 * @throws DerError when it is none
 * @throws FirmaError `unsupported_key`, `too_many_iterations`
 */
export function readEncryptedKey(der: Bytes): EncryptedKey {
  const [algorithm, data, extra] = sequenceOf(readDer(der));
  if (extra) throw new DerError('an encrypted key has two parts');
  const { content: encrypted } = expectTag(data, tags.octetString);
  const scheme = readEncryptionScheme(algorithm);
  const isWhole = encrypted.length > 0 && encrypted.length % scheme.blockLength === 0;
  if (!isWhole) throw new DerError('half a block');
  return { scheme, encrypted };
}
