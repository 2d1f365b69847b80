import { FirmaError } from '../../errors.ts';
import type { Certificate } from '../certificate-facts.ts';
import type { OpenedKey } from '../key/opened-key.ts';
import { openPrivateKey } from '../key/private-key.ts';
import type { WorkBudget } from '../key/work.ts';
import { openPkcs12 } from '../pkcs12/open-pkcs12.ts';
import type { FileKind } from '../file/file-kind.ts';
import { declaredWork } from './declared-work.ts';
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

/**
 * Tries one password on every file, within one budget of work: first on what asks for little, so
 * that no file spends what another needs. Out: in the order of the files.
 */
export async function openLocked(
  files: readonly SortedFile[],
  password: string,
  budget: WorkBudget,
): Promise<Attempt[]> {
  const attempts = new Map<SortedFile, Attempt>();
  const byWork = files.map((file) => ({ file, work: declaredWork(file) }));
  for (const { file } of byWork.toSorted((one, other) => one.work - other.work)) {
    const open = openers[file.identity.kind];
    if (open) attempts.set(file, await attempt(file, open, password, budget));
  }
  return files.flatMap((file) => attempts.get(file) ?? []);
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
