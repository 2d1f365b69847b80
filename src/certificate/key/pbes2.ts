import { DerError, sequenceOf, type DerNode } from '../asn1/der.ts';
import { oidValue } from '../asn1/der-values.ts';
import { oid } from '../asn1/oid.ts';
import type { EncryptionScheme } from './encryption-scheme.ts';
import { refusedKey } from './key-refusal.ts';
import { pbes2Ciphers } from './pbes2-ciphers.ts';
import { readPbkdf2 } from './pbkdf2.ts';

/**
 * PBES2 with PBKDF2 (RFC 8018 section 6.2). SAT keys are PBKDF2-HMAC-SHA1 with DES-EDE3-CBC;
 * OpenSSL 3 writes HMAC-SHA256 and AES-256.
 *
 * @throws DerError
 * @throws FirmaError `unsupported_key`, `too_many_iterations`
 */
export function readPbes2(
  id: string,
  parameters: DerNode | undefined,
): EncryptionScheme | undefined {
  if (id !== oid.pbes2) return undefined;
  const [derivation, encryption, extra] = sequenceOf(parameters);
  if (extra) throw new DerError('PBES2 has two parts');
  const [cipherId, cipherParameters] = sequenceOf(encryption);
  const readCipher = pbes2Ciphers[oidValue(cipherId)];
  const { iterations, declaredKeyLength, derive } = readPbkdf2(derivation);
  if (!readCipher) throw refusedKey('cipher');
  const { keyLength, decrypt, ...cipher } = readCipher(cipherParameters, declaredKeyLength);
  if (declaredKeyLength !== undefined && declaredKeyLength !== keyLength) {
    throw new DerError('key length does not fit the cipher');
  }
  return {
    iterations,
    passwordForm: 'octets',
    ...cipher,
    decrypt: async (password, encrypted) => decrypt(await derive(password, keyLength), encrypted),
  };
}
