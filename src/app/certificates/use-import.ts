import { useState } from 'preact/hooks';
import { codeOf } from '../../errors.ts';
import { sendMessage, type CredentialCard, type Review, type Trial } from '../../messages.ts';
import { problemOf, type Problem } from '../../ui/failure-text.ts';
import { isUsable } from '../trial/trial-text.ts';
import type { ChosenFile, FileProblem } from './chosen-file.ts';

export type ImportAction = 'save' | 'use' | 'review';

/** How it went: what was found in the files, and what was done with them. */
export interface Outcome {
  kind: 'saved' | 'updated' | 'ready' | 'reviewed' | 'rejected';
  review: Review;
  card?: CredentialCard;
  /** With «Sólo revisar», which tries the key too. */
  trial?: Trial;
  /** Not one of the files could be looked into. */
  unread?: FileProblem;
}

interface ImportState {
  outcome?: Outcome;
  problem?: Problem;
  busy?: boolean;
  /** There is another e.firma already, so the vault's own password is needed. */
  asksVaultPassword?: boolean;
}

interface ImportInput {
  files: readonly ChosenFile[];
  password: string;
  vaultPassword: string;
  keepFill: boolean;
}

/** The three things one can do with the files. A failure leaves everything that was typed alone. */
export function useImport(): ImportState & {
  run: (action: ImportAction, input: ImportInput) => Promise<Outcome | undefined>;
} {
  const [state, setState] = useState<ImportState>({});
  const run = async (action: ImportAction, input: ImportInput) => {
    setState(({ asksVaultPassword }) => ({
      busy: true,
      ...(asksVaultPassword && { asksVaultPassword }),
    }));
    try {
      const outcome = await perform(action, input);
      setState({ outcome });
      return outcome;
    } catch (error) {
      const code = codeOf(error);
      const asks = code === 'vault_password_needed' || code === 'wrong_vault_password';
      setState({ problem: problemOf(error), ...(asks && { asksVaultPassword: true }) });
      return undefined;
    }
  };
  return { ...state, run };
}

async function perform(
  action: ImportAction,
  { files: chosen, password, vaultPassword, keepFill }: ImportInput,
): Promise<Outcome> {
  const request = { files: chosen.flatMap(({ payload }) => payload ?? []), password };
  const unread = chosen.find(({ problem }) => problem)?.problem;
  if (unread && request.files.length === 0) {
    await noteUnread(unread);
    return { kind: 'rejected', review: { ok: false, usable: false, findings: [] }, unread };
  }
  // A file that could not be looked into may well be the one that is missing.
  const rejected = async (review: Review): Promise<Outcome> => {
    if (!unread || !lacksPart(review)) return { kind: 'rejected', review };
    await noteUnread(unread);
    return { kind: 'rejected', review, unread };
  };
  if (action === 'review') {
    const trial = await sendMessage('tryFiles', request);
    const { review } = trial;
    return isUsable(trial)
      ? { kind: 'reviewed', review, trial }
      : { ...(await rejected(review)), trial };
  }
  if (action === 'use') {
    const { review, card } = await sendMessage('useFiles', request);
    return card ? { kind: 'ready', review, card } : await rejected(review);
  }
  const result = await sendMessage('importFiles', {
    ...request,
    keepFill,
    ...(vaultPassword && { vaultPassword }),
  });
  const { review, card } = result;
  if (!card) return await rejected(review);
  return { kind: result.updated ? 'updated' : 'saved', review, card };
}

/** For «No puedo ingresar»; what was found is told whatever becomes of that. */
async function noteUnread({ cause }: FileProblem): Promise<void> {
  await sendMessage('noteUnread', { cause }).catch(() => undefined);
}

function lacksPart({ cause }: Review): boolean {
  return cause === 'key.missing' || cause === 'cert.wrong_file';
}
