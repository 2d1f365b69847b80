import { FirmaError } from '../../errors.ts';
import { DerError, type Bytes } from '../asn1/der.ts';
import { openingKind } from '../file/opening.ts';
import { readEncryptedKey, type EncryptedKey } from './encrypted-key.ts';
import { keyDerOf } from './key-der.ts';
import { workOf } from './encryption-scheme.ts';
import { refusedKey } from './key-refusal.ts';
import type { OpenedKey, PasswordEncoding, SignatureHash } from './opened-key.ts';
import { passwordEncodings } from './password-encodings.ts';
import { readPlainKey, readPrivateKeyInfo, type RsaPrivateKey } from './rsa-private-key.ts';
import { spendWork, wholeBudget, type WorkBudget } from './work.ts';

/**
 * Opens a private key. In: the whole file, an encrypted PKCS#8 (RFC 5958 section 3) or one in
 * clear, DER or PEM, and the password as typed; it is tried in every encoding of
 * {@link PasswordEncoding}, within the budget. A key in clear takes any password.
 *
 * @throws FirmaError `wrong_password` when every encoding deciphers to garbage ·
 *   `too_many_iterations`, which are never computed: over a million, or more than the budget has
 *   left for an encoding not yet tried · `unsupported_key` for other algorithms, and for RSA keys
 *   that nobody should sign with · `not_a_private_key` for other bytes, and for a key that is
 *   damaged inside. `keyRefusalOf` tells apart what shares a code.
 */
export async function openPrivateKey(
  bytes: Uint8Array,
  password: string,
  budget: WorkBudget = { iterations: wholeBudget },
): Promise<OpenedKey> {
  const file = readKeyFile(bytes);
  if ('pkcs8' in file) return openedKey(file, false, 'utf-8-nfc');
  const { scheme, encrypted } = file;
  for (const { encoding, bytes: octets } of passwordEncodings(password, scheme.passwordForm)) {
    spendWork(budget, workOf(scheme, encrypted));
    const plain = await scheme.decrypt(octets, encrypted);
    const key = plain && keyUnlessGarbage(plain);
    if (key) return openedKey(key, true, encoding);
  }
  throw new FirmaError('wrong_password');
}

function readKeyFile(bytes: Uint8Array): RsaPrivateKey | EncryptedKey {
  try {
    const der = keyDerOf(bytes);
    const kind = openingKind(der);
    if (kind === 'plain_private_key') return readPlainKey(der);
    if (kind === 'private_key') return readEncryptedKey(der);
    throw new DerError('opens like no key');
  } catch (error) {
    if (error instanceof DerError) throw new FirmaError('not_a_private_key', { cause: error });
    throw error;
  }
}

function keyUnlessGarbage(plain: Bytes): RsaPrivateKey | undefined {
  try {
    return readPrivateKeyInfo(plain);
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
}

/** A key that was read, as it is handed out. */
export function openedKey(
  { pkcs8, modulus, publicExponent }: RsaPrivateKey,
  isEncrypted: boolean,
  passwordEncoding: PasswordEncoding,
): OpenedKey {
  return {
    pkcs8,
    modulus,
    publicExponent,
    isEncrypted,
    passwordEncoding,
    key: (hash) => importForSigning(pkcs8, hash),
  };
}

async function importForSigning(pkcs8: Bytes, hash: SignatureHash): Promise<CryptoKey> {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash };
  try {
    return await globalThis.crypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']);
  } catch (error) {
    // What WebCrypto says of numbers that are not those of a key, after all.
    if (error instanceof DOMException && error.name === 'DataError')
      throw refusedKey('key_numbers');
    throw error;
  }
}
