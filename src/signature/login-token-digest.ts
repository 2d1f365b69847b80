import { parseJws } from './jws.ts';

/**
 * SHA-256 of what the signature of a token covers, lower-case hex: for the history, which keeps no
 * token.
 *
 * @throws FirmaError `invalid_request` when it is no token
 */
export async function loginTokenDigest(token: string): Promise<string> {
  const { signingInput } = parseJws(token);
  const digest = new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', signingInput));
  return Array.from(digest, (octet) => octet.toString(16).padStart(2, '0')).join('');
}
