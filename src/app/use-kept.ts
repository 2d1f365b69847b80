import { useCallback, useEffect, useState } from 'preact/hooks';
import { sendMessage, type CredentialCard } from '../messages.ts';
import type { Snapshot } from '../snapshot.ts';
import { problemOf, type Problem } from '../ui/failure-text.ts';

interface Kept {
  /** Undefined until the first answer. */
  cards: readonly CredentialCard[] | undefined;
  problem: Problem | undefined;
  reload: () => void;
}

/** Every e.firma of this computer, read again whenever the snapshot tells of a change. */
export function useKept(snapshot: Snapshot): Kept {
  const [cards, setCards] = useState<readonly CredentialCard[]>();
  const [problem, setProblem] = useState<Problem>();
  const reload = useCallback(() => {
    sendMessage('listCredentials').then(
      (all) => {
        setCards(all);
        setProblem(undefined);
      },
      (error: unknown) => setProblem(problemOf(error)),
    );
  }, []);
  useEffect(reload, [snapshot]);
  return { cards, problem, reload };
}
