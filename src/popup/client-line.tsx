import { t } from '../i18n.ts';
import type { ActiveClient } from '../messages.ts';
import type { Snapshot } from '../snapshot.ts';
import { clientName } from '../ui/client-name.ts';
import { Untrusted } from '../ui/untrusted.tsx';
import { useActiveClient } from '../ui/use-active-client.ts';
import { useFocusOnChange } from '../ui/use-focus.ts';

interface ClientLineProps {
  tabId: number;
  snapshot: Snapshot;
  isChanging: boolean;
  onChange: (client: ActiveClient) => void;
}

/** As whom the person is at the host of the tab; with others to choose from, the way to change. */
export function ClientLine({ tabId, snapshot, isChanging, onChange }: ClientLineProps) {
  const client = useActiveClient(tabId, snapshot);
  const button = useFocusOnChange<HTMLButtonElement>(isChanging);
  if (!client) return null;
  const { count, chosen } = snapshot;
  const hasOthers = count > 1 || (chosen !== undefined && chosen.rfc !== client.rfc);
  return (
    <section class="client-line" data-field="active-client" aria-label={t('clients_session')}>
      <p>
        {t('clients_you_are')}{' '}
        <strong>
          <Untrusted text={clientName(client)} />
        </strong>{' '}
        (<Untrusted text={client.rfc} />)
      </p>
      {hasOthers && (
        <button
          type="button"
          ref={button}
          data-action="change-client"
          aria-expanded={isChanging}
          onClick={() => onChange(client)}
        >
          {t('clients_change')}
        </button>
      )}
    </section>
  );
}
