import { createPrivateKey, type KeyObject } from 'node:crypto';
import { derElements, oidOf } from './der.ts';
import { readLeaf, type Leaf } from './leaf.ts';
import { Refusal } from './refusal.ts';
import type { Judge } from './trust.ts';

export interface UploadedPair {
  rfc: string;
  certificate: Uint8Array;
  privateKey: Uint8Array;
  password: string;
}

/**
 * Judges what somebody put into the widget, with node:crypto alone: the files, the password, that
 * they belong together, the certificate (by `judge`), and the RFC that was typed, letter by letter.
 * @returns whose it is, and the key, opened. @throws Refusal
 */
export function checkPair(
  pair: UploadedPair,
  judge: Judge,
  at: Date,
): { leaf: Leaf; key: KeyObject } {
  const leaf = certificateOf(pair.certificate);
  const key = privateKeyOf(pair);
  if (!leaf.x509.checkPrivateKey(key)) {
    throw new Refusal('wrong_pair', 'La clave privada (.key) no es la de este certificado.');
  }
  judge(leaf, at);
  if (pair.rfc !== leaf.rfc) {
    throw new Refusal('wrong_rfc', 'El RFC que escribiste no es el del certificado.');
  }
  return { leaf, key };
}

function certificateOf(bytes: Uint8Array): Leaf {
  try {
    return readLeaf(bytes);
  } catch (cause) {
    throw isEncryptedKey(bytes)
      ? new Refusal('swapped', 'Pusiste la clave privada (.key) en el lugar del certificado.')
      : new Refusal('not_a_certificate', 'El archivo .cer no es un certificado.', { cause });
  }
}

function privateKeyOf({ privateKey, password }: UploadedPair): KeyObject {
  if (!isEncryptedKey(privateKey)) {
    throw new Refusal('not_a_private_key', 'El archivo .key no es una clave privada.');
  }
  try {
    return createPrivateKey({
      key: Buffer.from(privateKey),
      format: 'der',
      type: 'pkcs8',
      passphrase: password,
    });
  } catch (cause) {
    throw new Refusal('wrong_password', 'La contraseña de la clave privada no es correcta.', {
      cause,
    });
  }
}

/** EncryptedPrivateKeyInfo with PBES2 (RFC 5958 §3, RFC 8018 appendix A.4). */
function isEncryptedKey(bytes: Uint8Array): boolean {
  try {
    const [outer] = derElements(bytes);
    const [algorithm] = derElements(outer!.content);
    const [oid] = derElements(algorithm!.content);
    return oid!.tag === 0x06 && oidOf(oid!.content) === '1.2.840.113549.1.5.13';
  } catch {
    return false;
  }
}
