import { useId, useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import type { ActiveClient, CredentialCard } from '../messages.ts';
import { isAccepted } from '../portals/holder-of.ts';
import type { KnownPortal } from '../portals/index.ts';
import type { Snapshot } from '../snapshot.ts';
import { ClientLeft } from '../ui/client-left.tsx';
import { findClients } from '../ui/find-clients.ts';
import { LeaveClient } from '../ui/leave-client.tsx';
import { SignIn } from '../ui/sign-in.tsx';
import { useCredentials } from '../ui/use-credentials.ts';
import { ClientList } from './client-list.tsx';

/** So many are seen at a glance. */
const withoutSearch = 6;

interface ChangeClientProps {
  tabId: number;
  portal: KnownPortal;
  client: ActiveClient;
  snapshot: Snapshot;
  now: Date;
  onClose: () => void;
  onCancel: () => void;
}

/** «Cambiar de cliente»: who is next, what is lost, and then the approval of the next one. */
export function ChangeClient({ client, onCancel, ...props }: ChangeClientProps) {
  const { tabId, portal, snapshot } = props;
  const id = useId();
  const [typed, setTyped] = useState('');
  const [choice, setChoice] = useState<string>();
  const [next, setNext] = useState<CredentialCard>();
  const cards = useCredentials(snapshot);
  if (next) {
    return (
      <>
        <ClientLeft client={client} next={next} />
        <SignIn {...props} choice={next.id} />
      </>
    );
  }
  const others = cards.filter(({ rfc, damaged }) => rfc !== client.rfc && !damaged);
  const fitting = others.filter(({ rfc }) => isAccepted(portal, rfc));
  const found = findClients(typed, fitting);
  const only = found.length === 1 ? found[0] : undefined;
  const chosen = found.find((card) => card.id === choice) ?? only;
  return (
    <LeaveClient
      tabId={tabId}
      portal={portal}
      client={client}
      next={chosen}
      title={t('clients_change')}
      isAskedFor
      onLeft={setNext}
      onCancel={onCancel}
    >
      {fitting.length > withoutSearch && (
        <div class="field">
          <label for={id}>{t('clients_search')}</label>
          <input
            id={id}
            type="search"
            autocomplete="off"
            value={typed}
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        </div>
      )}
      <ClientList cards={found} chosen={chosen} onChoose={setChoice} />
      {fitting.length < others.length && <p class="hint">{t('clients_left_out')}</p>}
    </LeaveClient>
  );
}
