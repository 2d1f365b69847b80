import type { Bytes } from '../asn1/der.ts';
import type { HashName } from '../asn1/hash-oid.ts';
import { protectWithAes } from './protect-with-aes.ts';
import { protectWithTripleDes } from './protect-with-triple-des.ts';

/**
 * How a new .pfx is protected. `compatible` is what Windows 7, OpenSSL 1.0 and programs of the age of
 * IDSE open; `modern` is what OpenSSL 3 and Windows 10 make.
 */
export type Pkcs12Protection = 'compatible' | 'modern';

export interface Protected {
  /** DER of the AlgorithmIdentifier. */
  algorithm: Bytes;
  encrypted: Bytes;
}

export interface ProtectionMeans {
  encrypt(plain: Bytes, password: string): Promise<Protected>;
  mac: { hash: HashName; oid: string; iterations: number; saltLength: number };
}

export const protections: Readonly<Record<Pkcs12Protection, ProtectionMeans>> = {
  compatible: protectWithTripleDes,
  modern: protectWithAes,
};
