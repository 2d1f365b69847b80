import type { Bytes } from '../asn1/der.ts';
import { passThroughDes } from './des-blocks.ts';
import { expandDesKey, reversedDesKey } from './des-key.ts';
import { chained, decryptPadded, encryptPadded } from './padded-cbc.ts';

/**
 * Deciphers DES-EDE3-CBC (RFC 8018 appendix B.2.2), which WebCrypto does not know. In: a key of 24
 * octets, an initial vector of 8, whole blocks. Out: the plain octets without their padding, or
 * `undefined` when the padding is wrong, so when the key is.
 */
export function decryptTripleDes(
  key: Uint8Array,
  iv: Uint8Array,
  data: Uint8Array,
): Bytes | undefined {
  const [first, second, third] = subkeysOf(key);
  const passes = [reversedDesKey(third), second, reversedDesKey(first)];
  return decryptPadded(
    chained((from, offset, plain) => passThroughDes(passes, from, offset, plain)),
    iv,
    data,
  );
}

/** Enciphers DES-EDE3-CBC, with padding. In: a key of 24 octets, an initial vector of 8. */
export function encryptTripleDes(key: Uint8Array, iv: Uint8Array, plain: Uint8Array): Bytes {
  const [first, second, third] = subkeysOf(key);
  const passes = [first, reversedDesKey(second), third];
  return encryptPadded(
    (block, offset, out) => passThroughDes(passes, block, offset, out),
    iv,
    plain,
  );
}

function subkeysOf(key: Uint8Array): [Int32Array, Int32Array, Int32Array] {
  return [
    expandDesKey(key.subarray(0, 8)),
    expandDesKey(key.subarray(8, 16)),
    expandDesKey(key.subarray(16, 24)),
  ];
}
