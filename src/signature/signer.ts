import {
  readCertificate,
  type Certificate,
  type OpenedKey,
  type SignatureHash,
} from '../certificate/index.ts';

/** Signs with one private key, in whose name its certificate says. */
export interface Signer {
  certificate: Certificate;
  /** RSASSA-PKCS1-v1_5 (RFC 8017 section 8.2) over the bytes: they are hashed here. */
  sign(bytes: Uint8Array, hash: SignatureHash): Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * A signer of an opened key. In: the key and its certificate (DER or PEM); that they belong
 * together was judged before (`judgeCredential`). Each hash is imported once, at its first use.
 *
 * @throws FirmaError `not_a_certificate`
 */
export function signerFrom(openedKey: OpenedKey, certificateDer: Uint8Array): Signer {
  const keys = new Map<SignatureHash, Promise<CryptoKey>>();
  const keyFor = (hash: SignatureHash) => {
    const key = keys.get(hash) ?? openedKey.key(hash);
    keys.set(hash, key);
    return key;
  };
  return {
    certificate: readCertificate(certificateDer),
    async sign(bytes, hash) {
      const key = await keyFor(hash);
      const data = new Uint8Array(bytes);
      return new Uint8Array(await globalThis.crypto.subtle.sign(key.algorithm.name, key, data));
    },
  };
}
