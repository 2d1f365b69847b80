import type { ComponentChildren } from 'preact';
import { t } from '../i18n.ts';
import { HelpDeskId } from './help-desk-id.tsx';
import { Untrusted } from './untrusted.tsx';

/** One that was kept and cannot be read any more: nothing of it is told but how to mend it. */
export function DamagedCard({ rfc, children }: { rfc: string; children: ComponentChildren }) {
  return (
    <article class="card" data-state="damaged">
      <p class="card-rfc">
        {t('card_rfc')} <Untrusted text={rfc} />
      </p>
      <p class="card-status">{t('error_record_damaged')}</p>
      <HelpDeskId id="record_damaged" />
      {children}
    </article>
  );
}
