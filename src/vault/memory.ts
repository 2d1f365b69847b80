/** «Usar sin guardar»: e.firmas that live in `storage.session` alone, until lock or close. */
import { fromBase64, toBase64, type Bytes } from '../certificate/index.ts';
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
}

interface Stored {
  certificate: string;
  pkcs8: string;
  fill?: FillSecret;
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
  return (await credentials.entries()).map(([id, { certificate, pkcs8, fill }]) => ({
    id,
    certificate: decoded(certificate),
    pkcs8: decoded(pkcs8),
    ...(fill && { fill }),
  }));
}

export async function forgetMemory(): Promise<void> {
  for (const [id] of await credentials.entries()) await credentials.remove(id);
}

function decoded(base64: string): Bytes {
  const bytes = fromBase64(base64);
  if (!bytes) throw new FirmaError('record_damaged');
  return bytes;
}
