import { DerError, type Bytes } from '../asn1/der.ts';
import { plainSignature } from './ecdsa-signature.ts';
import { publicKeyAtHand } from './public-keys-at-hand.ts';
import { isOversizedKey, readPublicKey, type PublicKey } from './public-key.ts';
import { signatureScheme, type SignatureScheme } from './signature-scheme.ts';

/** Anything that X.509 signs: certificates, lists, answers about them. */
export interface SignedBytes {
  /** What was signed. */
  data: Bytes;
  /** AlgorithmIdentifier, DER. */
  algorithm: Bytes;
  /** The octets of the BIT STRING. */
  signature: Bytes;
}

/** `weak` was not verified: the algorithm is one that anybody can forge. */
export type SignatureOutcome = 'valid' | 'invalid' | 'weak' | 'unsupported';

/** Verifies with a SubjectPublicKeyInfo, DER. */
export type VerifySignature = (
  signed: SignedBytes,
  subjectPublicKeyInfo: Bytes,
) => Promise<SignatureOutcome>;

/**
 * Verifies RSA PKCS#1 v1.5 and PSS with SHA-1 to SHA-512, and ECDSA on P-256, P-384 and P-521.
 * Whether SHA-1 is enough is for others to say. It never throws, whatever the bytes.
 */
export const verifySignature: VerifySignature = async (signed, subjectPublicKeyInfo) => {
  try {
    const scheme = signatureScheme(signed.algorithm);
    if (scheme === 'weak') return 'weak';
    const publicKey = readPublicKey(subjectPublicKeyInfo);
    if (!scheme || !isFit(publicKey, scheme)) return 'unsupported';
    const use = `${scheme.name} ${scheme.hash}`;
    const key = await publicKeyAtHand(use, publicKey.spki, () => importKey(publicKey, scheme));
    if (!key) return 'unsupported';
    return (await isValid(key, publicKey, scheme, signed)) ? 'valid' : 'invalid';
  } catch (error) {
    if (error instanceof DerError) return 'invalid';
    throw error;
  }
};

type UsableKey = Exclude<PublicKey, { kind: 'other' }>;

/** Whether anything here could be verified with a key: it is of a known kind, its point on the curve. */
export async function isUsableKey(key: PublicKey): Promise<boolean> {
  if (key.kind !== 'ec') return key.kind === 'rsa';
  return (await importKey(key, { name: 'ECDSA', hash: 'SHA-256' })) !== undefined;
}

/** Whether a key may verify what was signed so; RSA-PSS keys can be bound to one hash and salt. */
function isFit(key: PublicKey, { name, hash, saltLength = 0 }: SignatureScheme): key is UsableKey {
  if (key.kind === 'ec') return name === 'ECDSA';
  if (key.kind === 'other' || name === 'ECDSA' || isOversizedKey(key)) return false;
  const { limit } = key;
  if (limit === undefined || name !== 'RSA-PSS') return limit === undefined;
  return limit === 'RSA-PSS' || (limit.hash === hash && saltLength >= (limit.saltLength ?? 0));
}

async function importKey(key: UsableKey, scheme: SignatureScheme): Promise<CryptoKey | undefined> {
  const { name, hash } = scheme;
  const algorithm = key.kind === 'ec' ? { name, namedCurve: key.curve } : { name, hash };
  return orUndefined(() =>
    globalThis.crypto.subtle.importKey('spki', key.spki, algorithm, false, ['verify']),
  );
}

async function isValid(
  key: CryptoKey,
  publicKey: UsableKey,
  { name, hash, saltLength = 0 }: SignatureScheme,
  { signature, data }: SignedBytes,
): Promise<boolean> {
  const octets = publicKey.kind === 'ec' ? plainSignature(signature, publicKey.curve) : signature;
  const outcome = await orUndefined(() =>
    globalThis.crypto.subtle.verify({ name, hash, saltLength }, key, octets, data),
  );
  return outcome === true;
}

/** WebCrypto says so of keys that are none, and of lengths that no signature has. */
async function orUndefined<T>(run: () => Promise<T>): Promise<T | undefined> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}
