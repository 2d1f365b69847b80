import { t } from '../i18n.ts';
import type { CredentialCard } from '../messages.ts';
import { formatDateTime } from './format.ts';
import { Untrusted } from './untrusted.tsx';

/** What a card can show, also that of files that were only looked at. */
export type ShownCredential = Omit<CredentialCard, 'id' | 'canFill' | 'kept'> &
  Partial<CredentialCard>;

/** In small type, what a help desk asks for. */
export function CredentialFacts({ credential }: { credential: ShownCredential }) {
  return (
    <dl class="facts">
      <div>
        <dt>{t('card_serial')}</dt>
        <dd data-field="serialNumber">
          <Untrusted text={credential.serialNumber} />
        </dd>
      </div>
      <div>
        <dt>{t('card_not_after')}</dt>
        <dd>
          <span class="facts-date">{formatDateTime(new Date(credential.notAfter))}</span>
          <time dateTime={credential.notAfter} data-field="notAfter">
            {credential.notAfter}
          </time>
        </dd>
      </div>
      <div>
        <dt>{t('card_issuer')}</dt>
        <dd>
          <Untrusted text={credential.issuer} />
        </dd>
      </div>
      <div>
        <dt>{t('card_kind')}</dt>
        <dd data-field="kind">{t(`card_kind_${credential.kind}`)}</dd>
      </div>
    </dl>
  );
}
