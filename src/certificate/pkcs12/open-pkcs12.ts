import { FirmaError } from '../../errors.ts';
import { DerError, type Bytes } from '../asn1/der.ts';
import { derOf } from '../asn1/pem.ts';
import type { Certificate } from '../certificate-facts.ts';
import type { OpenedKey, PasswordEncoding } from '../key/opened-key.ts';
import { openedKey } from '../key/private-key.ts';
import { countedOctets, hashWork, wholeBudget, type WorkBudget } from '../key/work.ts';
import type { BagKey } from './bag-key.ts';
import type { Mac } from './mac.ts';
import { openSafe } from './open-safe.ts';
import { passwordForms } from './password-forms.ts';
import { readPfx, type Pfx } from './pfx.ts';
import { tryForms, type Unlocking } from './unlocking.ts';

/**
 * What was in a .pfx, in the order of the file. Which key belongs to which certificate, the public
 * keys say.
 */
export interface OpenedPkcs12 {
  certificates: Certificate[];
  keys: OpenedKey[];
  /** What the maker of the file called them, each once. */
  friendlyNames: string[];
  /** A MAC or a cipher proved the password that was typed. */
  isEncrypted: boolean;
  /** Not `utf-8-nfc` when any part needed another. */
  passwordEncoding: PasswordEncoding;
  /** Certificates in it that {@link readCertificate} does not take (old roots of version 1). */
  unreadableCertificates: number;
}

/** Octets. One e.firma with its chain has 8,000. */
const largestPkcs12 = 256 * 1024;

/**
 * Opens a .pfx or .p12 (RFC 7292). In: the whole file, DER, BER or PEM, and the password as typed,
 * which is tried in the forms of {@link passwordForms} as far as the budget reaches.
 *
 * @throws FirmaError `wrong_password` when the MAC does not fit, and of a file without MAC when what
 *   is deciphered cannot be read · `not_a_pkcs12` for other bytes, for contents that are broken
 *   though the MAC fits, for over 256 KB or 64 bags · `unsupported_key` for ciphers and digests that
 *   are not known, for the public-key modes, and when no key in it is of RSA ·
 *   `too_many_iterations` for more than a million, or than the budget has, which are never computed
 */
export async function openPkcs12(
  bytes: Uint8Array,
  password: string,
  budget: WorkBudget = { iterations: wholeBudget },
): Promise<OpenedPkcs12> {
  const pfx = readPkcs12(bytes);
  const encodings: PasswordEncoding[] = [];
  const typed = { passwords: passwordForms(password), budget, encodings };
  if (pfx.mac) await prove(pfx.mac, pfx.authenticatedSafe, { ...typed, refusal: 'wrong_password' });
  const refusal = pfx.mac ? 'not_a_pkcs12' : 'wrong_password';
  const { keys, ...rest } = await openSafe(pfx.parts, { ...typed, refusal });
  const isEncrypted = encodings.length > 0;
  const passwordEncoding = encodings.find((encoding) => encoding !== 'utf-8-nfc') ?? 'utf-8-nfc';
  return {
    ...rest,
    keys: openedKeys(keys, isEncrypted, passwordEncoding),
    isEncrypted,
    passwordEncoding,
  };
}

/** The work of a MAC over each octet, by the slowest of its hashes, which takes 128 at once. */
const workOfOctet = hashWork['SHA-512'] / 128;

function prove(mac: Mac, authenticatedSafe: Bytes, unlocking: Unlocking): Promise<true> {
  const iterations = mac.iterations + workOfOctet * countedOctets(authenticatedSafe);
  return tryForms({ ...mac, iterations }, unlocking, async (password) =>
    (await mac.fits(password, authenticatedSafe)) ? true : undefined,
  );
}

function openedKeys(
  keys: readonly BagKey[],
  isEncrypted: boolean,
  passwordEncoding: PasswordEncoding,
): OpenedKey[] {
  const refused = keys.flatMap((key) => ('refusal' in key ? key.refusal : []));
  if (refused[0] && refused.length === keys.length) throw refused[0];
  return keys.flatMap((key) =>
    'refusal' in key ? [] : openedKey(key, isEncrypted, passwordEncoding),
  );
}

/**
 * Reads a .pfx without opening it. In: the whole file, DER, BER or PEM.
 *
 * @throws FirmaError `not_a_pkcs12` · `unsupported_key` · `too_many_iterations`
 */
export function readPkcs12(bytes: Uint8Array): Pfx {
  if (bytes.length > largestPkcs12) throw new FirmaError('not_a_pkcs12');
  try {
    const der = derOf(bytes, ['PKCS12']);
    if (!der) throw new DerError('no PKCS#12 in the PEM text');
    return readPfx(der);
  } catch (error) {
    if (error instanceof DerError) throw new FirmaError('not_a_pkcs12', { cause: error });
    throw error;
  }
}
