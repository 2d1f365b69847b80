import type { OpenedKey } from '../key/opened-key.ts';
import { wholeBudget } from '../key/work.ts';
import { isOpened, openLocked, type Attempt, type Opened } from './open-locked.ts';
import { passwordSlips, type PasswordSlip } from './password-slips.ts';
import type { CertificateFile, SortedFile } from './sorted-file.ts';

export interface OpenedFile {
  file: SortedFile;
  key: OpenedKey;
}

/** What the password, or what it was probably meant to be, found in the files. */
export interface KeyAttempt {
  /** What the password as typed did to each. */
  typed: readonly Attempt[];
  /** The slip that opened something, when the typed password opened nothing that it was wanted for. */
  slip?: PasswordSlip;
  /** What only the slip got into: to be spoken of, never to be handed out. */
  bySlip: readonly Attempt[];
}

/**
 * Tries the typed password on every file, and when that is not `enough`, what the person may have
 * meant by it on those that it left closed. All within one budget of work.
 */
export async function openKeys(
  files: readonly SortedFile[],
  password: string,
  isEnough: (typed: readonly Opened[]) => boolean,
): Promise<KeyAttempt> {
  const budget = { iterations: wholeBudget };
  const typed = await openLocked(files, password, budget);
  const closed = closedOf(typed);
  if (password === '' || closed.length === 0 || isEnough(typed.filter(isOpened))) {
    return { typed, bySlip: [] };
  }
  for (const slip of passwordSlips(password)) {
    const bySlip = (await openLocked(closed, slip.password, budget)).filter(isDeciphered);
    if (bySlip.length > 0) return { typed, slip, bySlip };
  }
  return { typed, bySlip: [] };
}

/** Whatever is wrong with what is inside, the password was right. */
function isDeciphered({ refusal }: Attempt): boolean {
  return refusal?.code !== 'wrong_password' && refusal?.code !== 'too_many_iterations';
}

/** The files that another password may open. */
export function closedOf(attempts: readonly Attempt[]): SortedFile[] {
  return attempts
    .filter(({ refusal }) => refusal?.code === 'wrong_password')
    .map(({ file }) => file);
}

/** The keys of all that was opened, each with its file. */
export function keysIn(opened: readonly Opened[]): OpenedFile[] {
  return opened.flatMap(({ file, contents }) => contents.keys.map((key) => ({ file, key })));
}

/** The certificates in opened .pfx files, without those of authorities. */
export function certificatesIn(opened: readonly Opened[]): CertificateFile[] {
  return opened.flatMap(({ file, contents }) =>
    contents.certificates
      .filter(({ isCa }) => !isCa)
      .map((certificate) => ({ ...file, certificate })),
  );
}
