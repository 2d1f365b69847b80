import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import type { Bytes } from '../../../src/certificate/index.ts';

/** A key enciphered under the octets of a password, whichever encoding they are in. */
export function sealedKey(pkcs8: Uint8Array, password: Buffer): Bytes {
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  return new Uint8Array(
    key.export({ type: 'pkcs8', format: 'der', cipher: 'aes-256-cbc', passphrase: password }),
  );
}

/** A key of an elliptic curve, enciphered. */
export function ellipticKey(password: string): Bytes {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'der' });
  return sealedKey(pkcs8, Buffer.from(password));
}

/** A short RSA key in clear and its SubjectPublicKeyInfo. */
export function shortKey(): { pkcs8: Bytes; publicKey: Bytes } {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
  return {
    pkcs8: new Uint8Array(privateKey.export({ type: 'pkcs8', format: 'der' })),
    publicKey: new Uint8Array(publicKey.export({ type: 'spki', format: 'der' })),
  };
}
