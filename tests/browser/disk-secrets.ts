/** What must never be found where a stranger can look. */
import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { Credential } from '../pki/index.ts';
import type { Needle } from './search-bytes.ts';

function open(credential: Credential): KeyObject {
  return createPrivateKey({
    key: Buffer.from(credential.readPrivateKey()),
    format: 'der',
    type: 'pkcs8',
    passphrase: credential.password,
  });
}

/** Everything that opens or signs something, in the forms that programs hold it in. */
export function secretsOf(credential: Credential): Needle[] {
  const key = open(credential);
  const numbers = key.export({ format: 'jwk' });
  return [
    ...(['p', 'q', 'd', 'dp', 'dq', 'qi'] as const).map((name) => ({
      name,
      bytes: Buffer.from(numbers[name] ?? '', 'base64url'),
    })),
    { name: 'PKCS#8', bytes: key.export({ format: 'der', type: 'pkcs8' }) },
    { name: '.key', bytes: credential.readPrivateKey() },
    { name: 'password', bytes: Buffer.from(credential.password) },
    { name: 'password in UTF-16', bytes: Buffer.from(credential.password, 'utf16le') },
  ];
}

/** What is no secret in those: the certificate, and what every key begins with, also `other`'s. */
export function commonWith(credential: Credential, other: Credential): Uint8Array[] {
  return [
    credential.readCertificate(),
    other.readPrivateKey(),
    open(other).export({ format: 'der', type: 'pkcs8' }),
  ];
}
