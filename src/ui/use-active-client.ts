import { useEffect, useState } from 'preact/hooks';
import { sendMessage, type ActiveClient } from '../messages.ts';
import type { Snapshot } from '../snapshot.ts';

/** Whose session is open at the host of a tab; asked again whenever the snapshot tells of a change. */
export function useActiveClient(tabId: number, snapshot: Snapshot): ActiveClient | undefined {
  const [client, setClient] = useState<ActiveClient>();
  useEffect(() => {
    let wanted = true;
    sendMessage('activeClient', { tabId }).then(
      (found) => wanted && setClient(found ?? undefined),
      () => wanted && setClient(undefined),
    );
    return () => {
      wanted = false;
    };
  }, [tabId, snapshot]);
  return client;
}
