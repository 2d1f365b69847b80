import { toBase64 } from '../certificate/index.ts';
import { assertChallenge, withoutLineEnds } from './challenge.ts';
import { signCms } from './cms/sign-cms.ts';
import type { Signer } from './signer.ts';

/**
 * Answers the text that IDSE gives out: a CMS with the text in it and without signed attributes, as
 * its form takes it. `pattern` is the portal's, over all of the text but line ends around it, which are
 * signed as they came: so does the one public program that is known to sign in. Nothing else is signed.
 *
 * @throws FirmaError `challenge_unknown`; see `assertChallenge` for what that keeps out
 */
export async function createIdsePkcs7(
  challenge: string,
  pattern: string,
  signer: Signer,
): Promise<string> {
  assertChallenge(withoutLineEnds(challenge), pattern);
  const content = new TextEncoder().encode(challenge);
  return toIdsePkcs7(await signCms(content, signer, { detached: false, signedAttributes: false }));
}

/**
 * The field `pkcs7` of IDSE's form: base64 on one line, no first line of PEM, and a last one with a
 * plus sign before its name, as the one public program does that is known to sign in.
 */
export function toIdsePkcs7(cms: Uint8Array): string {
  return `${toBase64(cms)}-----END+PKCS7-----`;
}
