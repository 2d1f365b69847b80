import { t } from '../i18n.ts';
import type { CredentialCard } from '../messages.ts';
import { Origin } from './origin.tsx';
import { Untrusted } from './untrusted.tsx';

interface FillHandOverProps {
  card: CredentialCard;
  pageOrigin: string;
  formOrigin: string;
}

/** What is put into the portal's own form, and into which. */
export function FillHandOver({ card, pageOrigin, formOrigin }: FillHandOverProps) {
  return (
    <>
      <ul>
        <li>{t('hand_over_cer')}</li>
        <li>{t('hand_over_key')}</li>
        <li>{t('hand_over_key_password')}</li>
        <li>
          <Untrusted text={t('hand_over_rfc', card.rfc)} />
        </li>
      </ul>
      <p class="destination">
        {t('hand_over_form')} <Origin origin={formOrigin} />
        {formOrigin !== pageOrigin && (
          <>
            {' '}
            {t('hand_over_inside')} <Origin origin={pageOrigin} />
          </>
        )}
      </p>
    </>
  );
}
