import type { Certificate, CertificateWeakness } from './certificate-facts.ts';

/** Bits; below, a key no longer protects (NIST SP 800-57 part 1, section 5.6.1: 112 bits). */
const smallest: Readonly<Record<string, number>> = { RSA: 2048, EC: 224 };

/**
 * The gravest reason why a certificate is too weak. An RSA exponent is odd and at least 3 (RFC 8017
 * section 3.1).
 */
export function weaknessOf(
  facts: Pick<Certificate, 'keyAlgorithm' | 'keyBits' | 'publicExponent'>,
  hasOldHash: boolean,
): CertificateWeakness | undefined {
  const { keyAlgorithm, keyBits, publicExponent } = facts;
  const least = smallest[keyAlgorithm];
  if (least !== undefined && keyBits !== undefined && keyBits < least) return 'small_key';
  if (publicExponent !== undefined && /^0?1$|[02468ace]$/.test(publicExponent)) {
    return 'small_exponent';
  }
  return hasOldHash ? 'old_hash' : undefined;
}
