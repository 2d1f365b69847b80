import { DerError, sequenceOf, type Bytes, type DerNode } from '../asn1/der.ts';
import { oidValue } from '../asn1/der-values.ts';
import { refusedKey } from './key-refusal.ts';
import { readPbes1 } from './pbes1.ts';
import { readPbes2 } from './pbes2.ts';
import { readPkcs12Pbe } from './pkcs12-pbe.ts';
import { countedOctets } from './work.ts';

/** What an AlgorithmIdentifier of password-based encryption asks for, read but not computed. */
export interface EncryptionScheme {
  /** The work of one try, in the units of the WorkBudget: PBKDF2-HMAC-SHA1 iterations are 1 each. */
  iterations: number;
  /** What each octet that is deciphered adds to it, beyond those that are free. */
  octetWork: number;
  /**
   * Which octets of the password it takes: as encoded by the tool (PBES1, PBES2), or BMPString with
   * two zero octets (RFC 7292 appendix B.1).
   */
  passwordForm: 'octets' | 'bmp';
  /** What is enciphered is a positive multiple of these octets, else it was cut. */
  blockLength: 8 | 16;
  /**
   * Out: plain octets, perhaps garbage (a wrong password passes the padding one time in 256), or
   * `undefined` when the padding is wrong or the octets are no whole blocks. Never fails.
   */
  decrypt: (password: Uint8Array, encrypted: Uint8Array) => Promise<Bytes | undefined>;
}

/** Each knows some object identifiers, and answers `undefined` for all others. */
const families: readonly ((
  id: string,
  parameters: DerNode | undefined,
) => EncryptionScheme | undefined)[] = [readPbes2, readPbes1, readPkcs12Pbe];

/**
 * Reads what a key, or a part of a .pfx, is enciphered with: PBES2 or PBES1 (RFC 8018 section 6),
 * or what PKCS#12 has of its own (RFC 7292 appendix C).
 *
 * @throws DerError when it is no AlgorithmIdentifier, or its parameters are not those of the scheme
 * @throws FirmaError `unsupported_key` for a scheme that is not read here, `too_many_iterations`
 *   over a million
 */
export function readEncryptionScheme(algorithm: DerNode | undefined): EncryptionScheme {
  const [identifier, parameters, extra] = sequenceOf(algorithm);
  if (extra) throw new DerError('an algorithm has two parts');
  const id = oidValue(identifier);
  for (const read of families) {
    const scheme = read(id, parameters);
    if (scheme) return { ...scheme, decrypt: wholeBlocksOnly(scheme) };
  }
  throw refusedKey('cipher');
}

/** The work of one try on what is enciphered, whatever comes of it. */
export function workOf(
  { iterations, octetWork }: Pick<EncryptionScheme, 'iterations' | 'octetWork'>,
  encrypted: Uint8Array,
): number {
  return iterations + octetWork * countedOctets(encrypted);
}

function wholeBlocksOnly({ blockLength, decrypt }: EncryptionScheme): EncryptionScheme['decrypt'] {
  return async (password, encrypted) => {
    if (encrypted.length === 0 || encrypted.length % blockLength !== 0) return undefined;
    return await decrypt(password, encrypted);
  };
}
