import { t } from '../i18n.ts';
import type { ActiveClient, CredentialCard } from '../messages.ts';
import { clientName } from './client-name.ts';
import { Untrusted } from './untrusted.tsx';
import { useFocus } from './use-focus.ts';

interface ClientLeftProps {
  client: ActiveClient;
  next: CredentialCard;
}

/** The session was closed, nobody is in yet. */
export function ClientLeft({ client, next }: ClientLeftProps) {
  const sentence = useFocus<HTMLParagraphElement>(client);
  return (
    <p class="client-left" role="status" tabIndex={-1} ref={sentence}>
      <Untrusted text={t('clients_left', clientName(client), clientName(next))} />
    </p>
  );
}
