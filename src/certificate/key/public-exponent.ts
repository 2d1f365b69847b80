/** What is wrong with a public exponent. */
export type ExponentFault = 'small_exponent' | 'large_exponent';

/** Browsers take no public exponent of more bits. */
const mostBits = 33n;

/** An RSA exponent is odd and at least 3 (RFC 8017 section 3.1), and one that browsers take. */
export function exponentFault(exponent: bigint): ExponentFault | undefined {
  if (exponent <= 1n || exponent % 2n === 0n) return 'small_exponent';
  return exponent >> mostBits > 0n ? 'large_exponent' : undefined;
}
