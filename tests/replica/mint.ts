import { createPrivateKey, randomUUID, type KeyObject } from 'node:crypto';
import { CompactSign } from 'jose';

/** The two files and the password of somebody, whoever made them. */
export interface Files {
  certificate: Uint8Array;
  privateKey: Uint8Array;
  password: string;
  rfc: string;
}

export interface Change {
  header?: Record<string, unknown>;
  claims?: Record<string, unknown>;
  /** Signs instead of the certificate's own key. */
  key?: KeyObject | Uint8Array;
}

/** A login token as the page API has it, changed at will; a member set to undefined is left out. */
export function mintToken(
  files: Files,
  nonce: string,
  now: Date,
  { header, claims, key }: Change = {},
): Promise<string> {
  const iat = Math.floor(now.getTime() / 1000);
  const payload = {
    aud: 'https://serviciosdigitales.imss.gob.mx',
    nonce,
    iat,
    exp: iat + 300,
    jti: randomUUID(),
    sub: files.rfc,
    purpose: 'login',
    ...claims,
  };
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({
      typ: 'firma-auth+jwt',
      alg: 'RS256',
      x5c: [Buffer.from(files.certificate).toString('base64')],
      ...header,
    })
    .sign(key ?? openKey(files));
}

export function openKey({ privateKey, password }: Files): KeyObject {
  return createPrivateKey({
    key: Buffer.from(privateKey),
    format: 'der',
    type: 'pkcs8',
    passphrase: password,
  });
}
