/** «Usar sin guardar»: e.firmas that live in `storage.session` alone, until lock or close. */
import {
  fromBase64,
  sha256Hex,
  toBase64,
  type Bytes,
  type KnownRevocation,
} from '../certificate/index.ts';
import { FirmaError } from '../errors.ts';
import { sessionCollection } from '../storage.ts';
import type { FillSecret } from './format.ts';

export interface MemoryCredential {
  id: string;
  /** DER */
  certificate: Bytes;
  pkcs8: Bytes;
  /** None when the key file was in clear: that is not handed to any form. */
  fill?: FillSecret;
  /** As its issuer said last. */
  revoked?: KnownRevocation;
}

interface Stored extends Pick<MemoryCredential, 'fill' | 'revoked'> {
  certificate: string;
  pkcs8: string;
}

const credentials = sessionCollection<Stored>('memory');

export async function keepInMemory({ id, ...credential }: MemoryCredential): Promise<void> {
  await credentials.set(id, {
    certificate: toBase64(credential.certificate),
    pkcs8: toBase64(credential.pkcs8),
    ...(credential.fill && { fill: credential.fill }),
  });
}

export async function credentialsInMemory(): Promise<MemoryCredential[]> {
  return (await credentials.entries()).map(([id, { certificate, pkcs8, ...rest }]) => ({
    id,
    certificate: decoded(certificate),
    pkcs8: decoded(pkcs8),
    ...rest,
  }));
}

/** Whether there is one of this certificate (hex SHA-256). */
export async function saveRevocationInMemory(
  fingerprint: string,
  revoked: KnownRevocation | undefined,
): Promise<boolean> {
  let isThere = false;
  for (const [id, { revoked: _before, ...rest }] of await credentials.entries()) {
    if ((await sha256Hex(decoded(rest.certificate))) !== fingerprint) continue;
    await credentials.set(id, { ...rest, ...(revoked && { revoked }) });
    isThere = true;
  }
  return isThere;
}

export async function forgetMemory(): Promise<void> {
  for (const [id] of await credentials.entries()) await credentials.remove(id);
}

function decoded(base64: string): Bytes {
  const bytes = fromBase64(base64);
  if (!bytes) throw new FirmaError('record_damaged');
  return bytes;
}
