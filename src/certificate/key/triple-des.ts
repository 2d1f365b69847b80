import des from 'des.js';
import type { Bytes } from '../asn1/der.ts';

const block = 8;
const cbc = des.CBC.instantiate(des.EDE);

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
  // The last block alone tells almost every wrong password, at a hundredth of the work.
  const beforeLast = data.length > block ? data.subarray(-2 * block, -block) : iv;
  const count = paddingOf(decipher(key, beforeLast, data.subarray(-block)));
  if (count === undefined) return undefined;
  return decipher(key, iv, data).subarray(0, data.length - count);
}

function decipher(key: Uint8Array, iv: Uint8Array, data: Uint8Array): Bytes {
  const cipher = cbc.create({
    type: 'decrypt',
    key: Array.from(key),
    iv: Array.from(iv),
    padding: false,
  });
  // It holds the last block back until `final`, without padding too.
  return Uint8Array.from(cipher.update(Array.from(data)).concat(cipher.final()));
}

/** RFC 8018 section 6.1.1 step 4: 1 to 8 octets, each the count of them. */
function paddingOf(lastBlock: Uint8Array): number | undefined {
  const count = lastBlock.at(-1) ?? 0;
  const isPadding =
    count >= 1 && count <= block && lastBlock.subarray(-count).every((octet) => octet === count);
  return isPadding ? count : undefined;
}
