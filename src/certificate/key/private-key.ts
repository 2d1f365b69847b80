import { FirmaError } from '../../errors.ts';
import { DerError, type Bytes } from '../asn1/der.ts';
import type { OpenedKey, PasswordEncoding, SignatureHash } from './opened-key.ts';
import { openingKind } from '../file/opening.ts';
import { passwordEncodings } from './password-encodings.ts';
import { decryptKey, readEncryptedKey, type EncryptedKey } from './pbes2.ts';
import { isPem, pemBlocks, privateKeyLabels } from '../asn1/pem.ts';
import { readPlainKey, readPrivateKeyInfo, type RsaPrivateKey } from './rsa-private-key.ts';

/** How many PBKDF2 iterations may still be spent; shared by all passwords and encodings tried. */
export interface WorkBudget {
  iterations: number;
}

/** About a second of one core; a SAT key takes 2,048 a try. */
export const wholeBudget = 3_000_000;

/**
 * Opens a private key. In: the whole file, an encrypted PKCS#8 (RFC 5958 section 3) or one in
 * clear, DER or PEM, and the password as typed; it is tried in every encoding of
 * {@link PasswordEncoding}, as far as the budget reaches. A key in clear takes any password.
 *
 * @throws FirmaError `wrong_password` whenever deciphering does not yield an RSA key ·
 *   `unsupported_key` for other algorithms, and for more iterations than a million or than the
 *   budget has left (RFC 8018 section 4.2 sets no end), which are never computed · `not_a_private_key` for other bytes
 */
export async function openPrivateKey(
  bytes: Uint8Array,
  password: string,
  budget: WorkBudget = { iterations: wholeBudget },
): Promise<OpenedKey> {
  const file = readKeyFile(bytes);
  if ('pkcs8' in file) return openedKey(file, false, 'utf-8-nfc');
  if (file.iterations > budget.iterations) throw new FirmaError('unsupported_key');
  for (const { encoding, bytes: octets } of passwordEncodings(password)) {
    budget.iterations -= file.iterations;
    if (budget.iterations < 0) break;
    const plain = await decryptKey(file, octets);
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

function keyDerOf(bytes: Uint8Array): Bytes {
  if (!isPem(bytes)) return new Uint8Array(bytes);
  const block = pemBlocks(bytes).find(({ label }) => label.endsWith('PRIVATE KEY'));
  if (!block) throw new DerError('no key in the PEM text');
  const isKnown = privateKeyLabels.some((label) => label === block.label);
  if (!isKnown || !block.der) throw new FirmaError('unsupported_key');
  return block.der;
}

function keyUnlessGarbage(plain: Bytes): RsaPrivateKey | undefined {
  try {
    return readPrivateKeyInfo(plain);
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
}

function openedKey(
  { pkcs8, modulus }: RsaPrivateKey,
  isEncrypted: boolean,
  passwordEncoding: PasswordEncoding,
): OpenedKey {
  return {
    pkcs8,
    modulus,
    isEncrypted,
    passwordEncoding,
    key: (hash: SignatureHash) =>
      globalThis.crypto.subtle.importKey(
        'pkcs8',
        pkcs8,
        { name: 'RSASSA-PKCS1-v1_5', hash },
        false,
        ['sign'],
      ),
  };
}
