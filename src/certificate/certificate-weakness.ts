import type { Certificate, CertificateWeakness } from './certificate-facts.ts';
import { exponentFault } from './key/public-exponent.ts';

/** Bits; below, a key no longer protects (NIST SP 800-57 part 1, section 5.6.1: 112 bits). */
const smallest: Readonly<Record<string, number>> = { RSA: 2048, EC: 224 };

/** The gravest reason why a certificate is too weak. */
export function weaknessOf(
  facts: Pick<Certificate, 'keyAlgorithm' | 'keyBits' | 'publicExponent'>,
  hasOldHash: boolean,
): CertificateWeakness | undefined {
  const { keyAlgorithm, keyBits, publicExponent } = facts;
  const fault = publicExponent && exponentFault(BigInt(`0x${publicExponent}`));
  if (fault) return fault;
  const least = smallest[keyAlgorithm];
  if (least !== undefined && keyBits !== undefined && keyBits < least) return 'small_key';
  return hasOldHash ? 'old_hash' : undefined;
}
