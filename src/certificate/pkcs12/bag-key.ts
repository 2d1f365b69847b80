import { FirmaError } from '../../errors.ts';
import type { Bytes } from '../asn1/der.ts';
import { readPrivateKeyInfo, type RsaPrivateKey } from '../key/rsa-private-key.ts';
import { berToDer } from './ber-to-der.ts';

/** A key of a bag, or why it is left out. */
export type BagKey = RsaPrivateKey | { refusal: FirmaError };

/**
 * Reads the PrivateKeyInfo of a bag, DER or BER. A key that is well-formed but not of a kind that
 * signs here is no error: another bag may have one that does.
 *
 * @throws DerError when it is none: what a wrong password deciphers to
 * @throws FirmaError `not_a_pkcs12` for an RSA key that is damaged
 */
export function readBagKey(privateKeyInfo: Bytes): BagKey {
  try {
    return readPrivateKeyInfo(berToDer(privateKeyInfo));
  } catch (error) {
    if (!(error instanceof FirmaError)) throw error;
    if (error.code === 'unsupported_key') return { refusal: error };
    throw new FirmaError('not_a_pkcs12', { cause: error });
  }
}
