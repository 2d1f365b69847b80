import { FirmaError } from '../../errors.ts';
import type { Certificate } from '../certificate-facts.ts';
import type { OpenedKey } from '../key/opened-key.ts';
import { openPrivateKey } from '../key/private-key.ts';
import type { WorkBudget } from '../key/work.ts';
import { openPkcs12 } from '../pkcs12/open-pkcs12.ts';
import type { FileKind } from '../file/file-kind.ts';
import type { SortedFile } from './sorted-file.ts';

interface Contents {
  certificates: readonly Certificate[];
  keys: readonly OpenedKey[];
}

type Open = (bytes: Uint8Array, password: string, budget: WorkBudget) => Promise<Contents>;

/** What became of a .key or a .pfx: its contents, or why it stayed closed. */
export type Attempt = { file: SortedFile } & (
  { contents: Contents; refusal?: never } | { refusal: FirmaError; contents?: never }
);

export type Opened = Extract<Attempt, { contents: Contents }>;

const openKey: Open = async (bytes, password, budget) => ({
  certificates: [],
  keys: [await openPrivateKey(bytes, password, budget)],
});

const openers: Readonly<Partial<Record<FileKind, Open>>> = {
  private_key: openKey,
  pem_private_key: openKey,
  plain_private_key: openKey,
  pkcs12: openPkcs12,
};

/** The file can hold a key; without its password nothing more is known of it. */
export function canBeOpened({ identity }: Pick<SortedFile, 'identity'>): boolean {
  return openers[identity.kind] !== undefined;
}

/** Tries one password on every file, within one budget of work. */
export async function openLocked(
  files: readonly SortedFile[],
  password: string,
  budget: WorkBudget,
): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  for (const file of files) {
    const open = openers[file.identity.kind];
    if (open) attempts.push(await attempt(file, open, password, budget));
  }
  return attempts;
}

export function isOpened(attempt: Attempt): attempt is Opened {
  return attempt.contents !== undefined;
}

async function attempt(
  file: SortedFile,
  open: Open,
  password: string,
  budget: WorkBudget,
): Promise<Attempt> {
  try {
    return { file, contents: await open(file.bytes, password, budget) };
  } catch (error) {
    if (error instanceof FirmaError) return { file, refusal: error };
    throw error;
  }
}
