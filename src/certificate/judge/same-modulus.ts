import type { Bytes } from '../asn1/der.ts';
import { hasSameBytes } from '../asn1/same-bytes.ts';

interface WithModulus {
  modulus: Bytes;
}

/** A key and a certificate belong together. Certificates without an RSA key belong to none. */
export function isSameModulus(one: WithModulus, other: WithModulus): boolean {
  return one.modulus.length > 0 && hasSameBytes(one.modulus, other.modulus);
}
