import { toHex, type Certificate, type OpenedKey } from '../certificate/index.ts';
import { codeOf } from '../errors.ts';
import { t } from '../i18n.ts';

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;

/**
 * Whether a key signs for its certificate, by two ways: both have the same modulus, and the public
 * key verifies a real signature over `bytes` (RFC 8017 section 8.2), which is thrown away.
 */
export async function signsFor(
  certificate: Certificate,
  key: OpenedKey,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  if (toHex(key.modulus) !== toHex(certificate.modulus)) return false;
  const { subtle } = globalThis.crypto;
  const { subjectPublicKeyInfo } = certificate;
  const [privateKey, publicKey] = await Promise.all([
    taken(key.key('SHA-256')),
    taken(subtle.importKey('spki', subjectPublicKeyInfo, algorithm, false, ['verify'])),
  ]);
  if (!privateKey || !publicKey) return false;
  const signature = new Uint8Array(await subtle.sign(algorithm.name, privateKey, bytes));
  const isRight = await subtle.verify(algorithm.name, publicKey, signature, bytes);
  signature.fill(0);
  return isRight;
}

/** The key, unless the browser does not take it: with such a one nothing is signed or verified. */
async function taken(key: Promise<CryptoKey>): Promise<CryptoKey | undefined> {
  try {
    return await key;
  } catch (error) {
    if (error instanceof DOMException || codeOf(error) === 'unsupported_key') return undefined;
    throw error;
  }
}

/**
 * A text that is of no use anywhere: it says so, it begins like nothing that a portal signs, and
 * its random number makes it one of its kind.
 */
export function textToSign(at: Date): string {
  const number = toHex(crypto.getRandomValues(new Uint8Array(16)));
  return t('trial_text_to_sign', at.toISOString(), number);
}
