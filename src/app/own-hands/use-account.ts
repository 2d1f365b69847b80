import { useEffect, useState } from 'preact/hooks';
import { sendMessage, type AccountView, type CredentialCard } from '../../messages.ts';

/** What the person wrote down of an e.firma; nothing for one that is not kept. */
export function useAccount(card: CredentialCard | undefined): AccountView | undefined {
  const [view, setView] = useState<AccountView>();
  useEffect(() => {
    if (card?.kept !== 'vault') return;
    sendMessage('readAccount', { id: card.id }).then(setView, () => setView(undefined));
  }, [card?.id]);
  return view;
}
