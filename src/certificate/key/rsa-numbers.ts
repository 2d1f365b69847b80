import { DerError, readDer, sequenceOf, type Bytes } from '../asn1/der.ts';
import { smallInteger, unsignedInteger } from '../asn1/der-values.ts';
import { toHex } from '../asn1/hex.ts';
import { refusedKey } from './key-refusal.ts';
import { exponentFault } from './public-exponent.ts';

/** Of the modulus, in bits. */
const [shortest, longest] = [1024, 8192];

/**
 * The public numbers of an RSAPrivateKey (RFC 8017 appendix A.1.2): the modulus big-endian without
 * leading zero, a copy of its own, and the exponent as hex without leading zero octet. Makes sure that the numbers belong together (section 3.2).
 *
 * @throws DerError when they do not
 * @throws FirmaError `unsupported_key` when they do, or might, and are of no use: modulus too short
 *   or too long, more than two primes, the same prime twice, exponent even, 1 or huge
 */
export function publicNumbersOf(der: Bytes): { modulus: Bytes; publicExponent: string } {
  const [version, ...parts] = sequenceOf(readDer(der));
  const hasMorePrimes = smallInteger(version) === 1 && parts.length === 9;
  const octets = parts.slice(0, 8).map(unsignedInteger);
  if (octets.length !== 8 || (parts.length !== 8 && !hasMorePrimes)) {
    throw new DerError('not the numbers of an RSA key');
  }
  const modulus = octets[0] ?? new Uint8Array();
  const bits = modulus.length * 8 - Math.clz32(modulus[0] ?? 0) + 24;
  if (bits < shortest || bits > longest) throw refusedKey('key_size');
  if (octets.some(({ length }) => length > modulus.length)) throw new DerError('over the modulus');
  if (hasMorePrimes) throw refusedKey('key_numbers');
  if (smallInteger(version) !== 0) throw new DerError('unknown version');
  judgeNumbers(octets.map(toBigInt));
  const publicExponent = toHex(octets[1] ?? new Uint8Array());
  return { modulus: new Uint8Array(modulus), publicExponent };
}

function judgeNumbers(numbers: readonly bigint[]): void {
  const [n = 0n, e = 0n, d = 0n, p = 0n, q = 0n, dp = 0n, dq = 0n, qInverse = 0n] = numbers;
  if (p <= 1n || q <= 1n || p * q !== n) throw new DerError('primes of another modulus');
  if (p === q || exponentFault(e)) throw refusedKey('key_numbers');
  const belongTogether =
    d < n &&
    qInverse < p &&
    d % (p - 1n) === dp &&
    d % (q - 1n) === dq &&
    (e * dp) % (p - 1n) === 1n &&
    (e * dq) % (q - 1n) === 1n &&
    (q * qInverse) % p === 1n;
  if (!belongTogether) throw new DerError('numbers of no RSA key');
}

function toBigInt(bytes: Uint8Array): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${toHex(bytes)}`);
}
