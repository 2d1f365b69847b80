import type { Certificate } from '../certificate-facts.ts';
import type { OpenedKey } from '../key/opened-key.ts';
import { isSameModulus } from './same-modulus.ts';

/**
 * What a key signs, the certificate verifies: both have the same modulus and public exponent
 * (RFC 8017 section 3.1). Two keys of one modulus are no pair. An exponent that verifies nothing is
 * a fault of the certificate, and no reason to call its key another's.
 */
export function belongsTogether(
  key: Pick<OpenedKey, 'modulus' | 'publicExponent'>,
  certificate: Pick<Certificate, 'modulus' | 'publicExponent' | 'isWeak'>,
): boolean {
  if (!isSameModulus(key, certificate)) return false;
  const { isWeak, publicExponent } = certificate;
  const verifiesNothing = isWeak === 'small_exponent' || isWeak === 'large_exponent';
  return verifiesNothing || key.publicExponent === publicExponent;
}
