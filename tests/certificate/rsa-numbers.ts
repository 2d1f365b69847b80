import { createPrivateKey } from 'node:crypto';
import { encodeDer } from '../../src/certificate/asn1/der-encode.ts';

/** The numbers of an RSAPrivateKey after its version, in their order (RFC 8017 appendix A.1.2). */
export interface RsaNumbers {
  n: bigint;
  e: bigint;
  d: bigint;
  p: bigint;
  q: bigint;
  dp: bigint;
  dq: bigint;
  qi: bigint;
}

const names = ['n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi'] as const;

export function numbersOf(pem: string): RsaNumbers {
  const jwk = createPrivateKey(pem).export({ format: 'jwk' });
  const number = (name: (typeof names)[number]) =>
    BigInt(`0x${Buffer.from(String(jwk[name]), 'base64url').toString('hex')}`);
  return Object.fromEntries(names.map((name) => [name, number(name)])) as unknown as RsaNumbers;
}

/** A PrivateKeyInfo of any numbers. */
export function rsaPkcs8(
  numbers: RsaNumbers,
  options: { version?: number; more?: readonly Uint8Array[] } = {},
): Uint8Array {
  const { version = 0, more = [] } = options;
  const parts = names.map((name) => integer(numbers[name]));
  const key = encodeDer(0x30, integer(BigInt(version)), ...parts, ...more);
  const rsaEncryption = encodeDer(0x06, Buffer.from('2a864886f70d010101', 'hex'));
  const algorithm = encodeDer(0x30, rsaEncryption, encodeDer(0x05));
  return encodeDer(0x30, integer(0n), algorithm, encodeDer(0x04, key));
}

export function integer(value: bigint): Uint8Array {
  const digits = value.toString(16);
  const octets = Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex');
  const isNegative = (octets[0] ?? 0) >= 0x80;
  return encodeDer(0x02, isNegative ? Buffer.from([0, ...octets]) : octets);
}

export function inverseOf(value: bigint, modulus: bigint): bigint {
  let [r, next, t, nextT] = [modulus, value % modulus, 0n, 1n];
  while (next > 0n) {
    const quotient = r / next;
    [r, next] = [next, r - quotient * next];
    [t, nextT] = [nextT, t - quotient * nextT];
  }
  return ((t % modulus) + modulus) % modulus;
}
