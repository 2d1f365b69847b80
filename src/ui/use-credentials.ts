import { useEffect, useState } from 'preact/hooks';
import { sendMessage, type CredentialCard } from '../messages.ts';
import type { Snapshot } from '../snapshot.ts';

/** The e.firmas to choose from: the one of the snapshot at once, the others as soon as they come. */
export function useCredentials({ chosen, count }: Snapshot): readonly CredentialCard[] {
  const [cards, setCards] = useState<readonly CredentialCard[]>([]);
  useEffect(() => {
    if (count < 2) return undefined;
    let wanted = true;
    sendMessage('listCredentials').then(
      (all) => wanted && setCards(all),
      () => wanted && setCards([]),
    );
    return () => {
      wanted = false;
    };
  }, [chosen?.id, count]);
  return count > 1 && cards.length > 0 ? cards : chosen ? [chosen] : [];
}
