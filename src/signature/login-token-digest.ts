import { sha256Hex } from '../certificate/index.ts';
import { parseJws } from './jws.ts';

/**
 * SHA-256 of what the signature of a token covers, lower-case hex: for the history, which keeps no
 * token.
 *
 * @throws FirmaError `invalid_request` when it is no token
 */
export async function loginTokenDigest(token: string): Promise<string> {
  const { signingInput } = parseJws(token);
  return await sha256Hex(signingInput);
}
