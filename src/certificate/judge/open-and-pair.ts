import { byPreference, choosePair, type IsWanted, type Pair } from './choose-pair.ts';
import { certificatesIn, keysIn, openKeys, type KeyAttempt, type OpenedFile } from './open-keys.ts';
import { isOpened, type Opened } from './open-locked.ts';
import type { SortedFiles } from './sort-files.ts';
import type { CertificateFile } from './sorted-file.ts';

/** Everything that the password brought to light. */
export interface Opening {
  attempt: KeyAttempt;
  /** Best first, those inside a .pfx among them. */
  candidates: readonly CertificateFile[];
  /** Every opened key, those that only a slip of the password opened among them. */
  keys: readonly OpenedFile[];
  /** Halves that belong together. */
  pair?: Pair;
  /** The password as typed opens the key of the pair. */
  isPairOpen: boolean;
}

/** Opens what the password opens and looks for the two halves that belong together. */
export async function openAndPair(
  brought: SortedFiles,
  password: string,
  at: Date,
  isWanted: IsWanted,
): Promise<Opening> {
  const candidatesWith = (opened: readonly Opened[]) =>
    byPreference([...brought.certificates, ...certificatesIn(opened)], at, isWanted);
  const pairIn = (opened: readonly Opened[]) =>
    choosePair(candidatesWith(opened), keysIn(opened), isWanted);

  const attempt = await openKeys(brought.locked, password, (typed) => pairIn(typed) !== undefined);
  const typed = attempt.typed.filter(isOpened);
  const opened = [...typed, ...attempt.bySlip.filter(isOpened)];
  const open = pairIn(typed);
  const pair = open ?? pairIn(opened);
  return {
    attempt,
    candidates: candidatesWith(opened),
    keys: keysIn(opened),
    ...(pair && { pair }),
    isPairOpen: open !== undefined,
  };
}
