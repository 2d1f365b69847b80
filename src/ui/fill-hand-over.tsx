import { t } from '../i18n.ts';
import type { CredentialCard } from '../messages.ts';
import { Origin } from './origin.tsx';
import { Untrusted } from './untrusted.tsx';

interface FillHandOverProps {
  card: CredentialCard;
  formOrigin: string;
}

/** Into which form of the page everything is put, and what. */
export function FillHandOver({ card, formOrigin }: FillHandOverProps) {
  return (
    <>
      <p class="destination">
        {t('hand_over_form')} <Origin origin={formOrigin} />
      </p>
      <ul>
        <li>{t('hand_over_files')}</li>
        <li>{t('hand_over_key_password')}</li>
        <li>
          <Untrusted text={t('hand_over_rfc', card.rfc)} />
        </li>
      </ul>
    </>
  );
}
