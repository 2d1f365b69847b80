import { useEffect, useState } from 'preact/hooks';
import { sendMessage } from '../messages.ts';

/** Whether an account of IDSE is kept with an e.firma; false while that is not known. */
export function useKeptAccount(id: string, isAsked: boolean): boolean {
  const [kept, setKept] = useState<string>();
  useEffect(() => {
    if (!isAsked) return;
    sendMessage('readAccount', { id }).then(
      ({ hasIdse }) => setKept(hasIdse ? id : undefined),
      () => setKept(undefined),
    );
  }, [id, isAsked]);
  return kept === id;
}
