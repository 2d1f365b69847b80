import { FirmaError } from '../../errors.ts';
import type { OpenedKey } from '../key/opened-key.ts';
import { passwordSlips, type PasswordSlip } from './password-slips.ts';
import { openPrivateKey, wholeBudget } from '../key/private-key.ts';
import type { SortedFile } from './sort-files.ts';
import type { VerdictSentence } from './verdict.ts';

export interface OpenedFile {
  file: SortedFile;
  key: OpenedKey;
}

export interface KeyAttempt {
  opened: OpenedFile[];
  /** Why none opened. */
  refusal?: VerdictSentence;
}

/**
 * Tries the typed password on every key, and when it opens none, what the person may have meant by
 * it, to name the slip: a key that only a slip opens stays closed. All within one budget of work.
 */
export async function openKeys(
  files: readonly SortedFile[],
  password: string,
): Promise<KeyAttempt> {
  const budget = { iterations: wholeBudget };
  const opened: OpenedFile[] = [];
  const failures: { file: SortedFile; code: FirmaError['code'] }[] = [];
  for (const file of files) {
    const result = await attempt(file, password, budget);
    if (typeof result === 'string') failures.push({ file, code: result });
    else opened.push({ file, key: result });
  }
  if (opened.length > 0) return { opened };
  const closed = failures.filter(({ code }) => code === 'wrong_password');
  if (closed.length === 0) {
    const isUnsupported = failures.some(({ code }) => code === 'unsupported_key');
    return {
      opened,
      refusal: isUnsupported
        ? { cause: 'key.unsupported' }
        : { cause: 'key.corrupt', detail: 'damaged' },
    };
  }
  if (password === '') return { opened, refusal: { cause: 'pwd.wrong', detail: 'empty_password' } };
  for (const { file } of closed) {
    const slip = await slipThatOpens(file, password, budget);
    if (slip) return { opened, refusal: { cause: slip.cause } };
  }
  return { opened, refusal: { cause: 'pwd.wrong' } };
}

async function slipThatOpens(
  file: SortedFile,
  password: string,
  budget: { iterations: number },
): Promise<PasswordSlip | undefined> {
  for (const slip of passwordSlips(password)) {
    if (typeof (await attempt(file, slip.password, budget)) !== 'string') return slip;
  }
  return undefined;
}

async function attempt(
  { bytes }: SortedFile,
  password: string,
  budget: { iterations: number },
): Promise<OpenedKey | FirmaError['code']> {
  try {
    return await openPrivateKey(bytes, password, budget);
  } catch (error) {
    if (error instanceof FirmaError) return error.code;
    throw error;
  }
}
