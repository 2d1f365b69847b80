import { fromBase64Url } from '../certificate/index.ts';

const fewest = 32;
const most = 1024;

/**
 * Whether a text can be the nonce of a sign-in: canonical base64url without padding of 32 to 1,024
 * octets (page API, version 1).
 */
export function isNonce(text: string): boolean {
  if (text.length > Math.ceil((most * 4) / 3)) return false;
  const octets = fromBase64Url(text);
  return octets !== undefined && octets.length >= fewest;
}
