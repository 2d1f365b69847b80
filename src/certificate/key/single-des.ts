import type { Bytes } from '../asn1/der.ts';
import { passThroughDes } from './des-blocks.ts';
import { expandDesKey, reversedDesKey } from './des-key.ts';
import { chained, decryptPadded } from './padded-cbc.ts';

/**
 * Deciphers DES-CBC (RFC 8018 appendix B.2.1). In: a key of 8 octets, an initial vector of 8, whole
 * blocks. Out: the plain octets without their padding, or `undefined` when the padding is wrong.
 */
export function decryptSingleDes(
  key: Uint8Array,
  iv: Uint8Array,
  data: Uint8Array,
): Bytes | undefined {
  const passes = [reversedDesKey(expandDesKey(key))];
  return decryptPadded(
    chained((from, offset, plain) => passThroughDes(passes, from, offset, plain)),
    iv,
    data,
  );
}
