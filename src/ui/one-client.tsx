import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { ActiveClient, CredentialCard } from '../messages.ts';
import { isAccepted } from '../portals/holder-of.ts';
import { lazily } from './lazily.tsx';
import type { SignInProps } from './sign-in.tsx';
import { useActiveClient } from './use-active-client.ts';

const ClientLeft = lazily(async () => (await import('./client-left.tsx')).ClientLeft);
const OtherClient = lazily(async () => (await import('./other-client.tsx')).OtherClient);

export interface OneClientProps extends SignInProps {
  cards: readonly CredentialCard[];
  card: CredentialCard;
  onChoose: (id: string) => void;
  children: ComponentChildren;
}

/** Nobody signs in to a host where somebody else still is: their session is closed first. */
export function OneClient({ children, ...props }: OneClientProps) {
  const { tabId, portal, card, snapshot } = props;
  const active = useActiveClient(tabId, snapshot);
  const [leaving, setLeaving] = useState<ActiveClient>();
  const [left, setLeft] = useState<ActiveClient>();
  const isOther = active !== undefined && active.rfc !== card.rfc;
  const stands = isOther && portal.purpose === 'enter' && isAccepted(portal, card.rfc);
  const client = leaving ?? (stands ? active : undefined);
  if (client) {
    return (
      <OtherClient
        {...props}
        client={client}
        onLeave={() => setLeaving(client)}
        onLeft={() => {
          setLeft(client);
          setLeaving(undefined);
        }}
      />
    );
  }
  return (
    <>
      {left && <ClientLeft client={left} next={card} />}
      {children}
    </>
  );
}
