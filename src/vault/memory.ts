/** «Usar sin guardar»: e.firmas that live in `storage.session` alone, until lock or close. */
import { browser } from '../browser.ts';
import { fromBase64, toBase64 } from '../certificate/index.ts';
import { FirmaError } from '../errors.ts';
import type { FillSecret } from './format.ts';

export interface MemoryCredential {
  id: string;
  /** DER */
  certificate: Uint8Array<ArrayBuffer>;
  pkcs8: Uint8Array<ArrayBuffer>;
  fill: FillSecret;
}

interface Stored {
  id: string;
  certificate: string;
  pkcs8: string;
  fill: FillSecret;
}

export async function keepInMemory(credential: MemoryCredential): Promise<void> {
  const stored: Stored = {
    ...credential,
    certificate: toBase64(credential.certificate),
    pkcs8: toBase64(credential.pkcs8),
  };
  await navigator.locks.request('memory', async () => {
    const others = (await readStored()).filter(({ id }) => id !== credential.id);
    await browser.storage.session.set({ memory: [...others, stored] });
  });
}

export async function credentialsInMemory(): Promise<MemoryCredential[]> {
  return (await readStored()).map((stored) => ({
    ...stored,
    certificate: decoded(stored.certificate),
    pkcs8: decoded(stored.pkcs8),
  }));
}

export async function forgetMemory(): Promise<void> {
  await browser.storage.session.remove('memory');
}

function decoded(base64: string): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64(base64);
  if (!bytes) throw new FirmaError('record_damaged');
  return bytes;
}

async function readStored(): Promise<Stored[]> {
  const { memory } = await browser.storage.session.get('memory');
  return (memory as Stored[] | undefined) ?? [];
}
