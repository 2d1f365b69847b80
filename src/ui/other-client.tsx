import { t } from '../i18n.ts';
import type { ActiveClient } from '../messages.ts';
import { clientName } from './client-name.ts';
import { CredentialChoice } from './credential-choice.tsx';
import { AlertIcon } from './icons.tsx';
import { LeaveClient } from './leave-client.tsx';
import type { OneClientProps } from './one-client.tsx';
import { portalTitle } from './portal-name.ts';
import { Untrusted } from './untrusted.tsx';

interface OtherClientProps extends Omit<OneClientProps, 'children'> {
  client: ActiveClient;
  onLeave: () => void;
  onLeft: () => void;
}

/** Somebody else's session is open: it is said before anything is looked at, in the place of yes. */
export function OtherClient({ client, card, snapshot, ...props }: OtherClientProps) {
  return (
    <LeaveClient
      tabId={props.tabId}
      portal={props.portal}
      client={client}
      next={card}
      title={portalTitle(props.portal)}
      onLeave={props.onLeave}
      onLeft={props.onLeft}
      onCancel={props.onClose}
      warning={
        <div class="warning" role="alert" data-field="other-client">
          <AlertIcon />
          <p class="warning-text">
            <Untrusted text={t('clients_still_open', clientName(client), client.rfc)} />
          </p>
        </div>
      }
    >
      <CredentialChoice
        cards={props.cards}
        count={snapshot.count}
        chosen={card}
        onChoose={props.onChoose}
        now={props.now}
      />
    </LeaveClient>
  );
}
