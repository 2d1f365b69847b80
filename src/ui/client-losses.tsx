import { t } from '../i18n.ts';
import type { ActiveClient } from '../messages.ts';

/** What closing a session takes away, and for how long that can be put back. */
export function ClientLosses({ client }: { client: ActiveClient }) {
  return (
    <section class="hand-over">
      <h2>{t('clients_losses')}</h2>
      <ul>
        <li>
          {t(client.isShared ? 'clients_loses_shared' : 'clients_loses_session', client.host)}
        </li>
        <li>{t('clients_loses_pages')}</li>
        <li>{t('clients_undo')}</li>
      </ul>
    </section>
  );
}
