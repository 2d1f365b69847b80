import { FirmaError } from '../../errors.ts';
import { DerError } from '../asn1/der.ts';
import type { FileKind } from '../file/file-kind.ts';
import { readEncryptedKey } from '../key/encrypted-key.ts';
import { workOf } from '../key/encryption-scheme.ts';
import { keyDerOf } from '../key/key-der.ts';
import { workOfPfx } from '../pkcs12/declared-work.ts';
import { readPkcs12 } from '../pkcs12/open-pkcs12.ts';
import type { SortedFile } from './sorted-file.ts';

type WorkOfFile = (bytes: Uint8Array) => number;

const workOfKey: WorkOfFile = (bytes) => {
  const { scheme, encrypted } = readEncryptedKey(keyDerOf(bytes));
  return workOf(scheme, encrypted);
};

const readers: Readonly<Partial<Record<FileKind, WorkOfFile>>> = {
  private_key: workOfKey,
  pem_private_key: workOfKey,
  pkcs12: (bytes) => workOfPfx(readPkcs12(bytes)),
};

/**
 * The work that one try of a password takes by what the file itself declares, in the units of the
 * WorkBudget. None for what has no lock or cannot be read: that is known at once.
 */
export function declaredWork({ identity, bytes }: SortedFile): number {
  try {
    return readers[identity.kind]?.(bytes) ?? 0;
  } catch (error) {
    if (error instanceof DerError || error instanceof FirmaError) return 0;
    throw error;
  }
}
