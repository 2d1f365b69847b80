import { useEffect, useState } from 'preact/hooks';
import { sendMessage, type Change } from '../messages.ts';
import { problemOf, type Problem } from '../ui/failure-text.ts';

/** What Firma Lista changed, read again on every occasion. */
export function useChanges(...occasions: unknown[]) {
  const [changes, setChanges] = useState<readonly Change[]>([]);
  const [problem, setProblem] = useState<Problem>();
  const [undone, setUndone] = useState(0);

  useEffect(() => {
    let isWanted = true;
    sendMessage('listChanges').then(
      (all) => isWanted && setChanges(all),
      (error: unknown) => isWanted && setProblem(problemOf(error)),
    );
    return () => {
      isWanted = false;
    };
  }, [...occasions, undone]);

  const undo = async (id: string) => {
    try {
      setProblem(undefined);
      await sendMessage('undoRepair', { id });
      setUndone(undone + 1);
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return { changes, problem, undone, undo };
}
