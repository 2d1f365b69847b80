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

interface Stored extends Pick<MemoryCredential, 'fill'> {
  certificate: string;
  pkcs8: string;
}

const credentials = sessionCollection<Stored>('memory');

/** By fingerprint; apart, so that a late answer never writes what is secret. */
const revocations = sessionCollection<KnownRevocation>('revoked');

/** What is known of it from now on; the very same when nothing changes. */
export type Revise = (before: KnownRevocation | undefined) => KnownRevocation | undefined;

export async function keepInMemory({ id, ...credential }: MemoryCredential): Promise<void> {
  await credentials.set(id, {
    certificate: toBase64(credential.certificate),
    pkcs8: toBase64(credential.pkcs8),
    ...(credential.fill && { fill: credential.fill }),
  });
}

export async function credentialsInMemory(): Promise<MemoryCredential[]> {
  const entries = await credentials.entries();
  return await Promise.all(
    entries.map(async ([id, { pkcs8, fill, ...stored }]) => {
      const certificate = decoded(stored.certificate);
      const revoked = await revocations.get(await sha256Hex(certificate));
      return {
        id,
        certificate,
        pkcs8: decoded(pkcs8),
        ...(fill && { fill }),
        ...(revoked && { revoked }),
      };
    }),
  );
}

/** In: the hex SHA-256 of a certificate. Out: whether something changed. */
export async function saveRevocationInMemory(
  fingerprint: string,
  revise: Revise,
): Promise<boolean> {
  const all = await credentials.entries();
  const prints = await Promise.all(all.map(([, stored]) => sha256Hex(decoded(stored.certificate))));
  if (!prints.includes(fingerprint)) return false;
  const before = await revocations.get(fingerprint);
  const revoked = revise(before);
  if (revoked === before) return false;
  await (revoked ? revocations.set(fingerprint, revoked) : revocations.remove(fingerprint));
  return true;
}

export async function forgetMemory(): Promise<void> {
  for (const collection of [credentials, revocations]) {
    for (const [id] of await collection.entries()) await collection.remove(id);
  }
}

function decoded(base64: string): Bytes {
  const bytes = fromBase64(base64);
  if (!bytes) throw new FirmaError('record_damaged');
  return bytes;
}
