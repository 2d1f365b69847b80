import { t } from '../i18n.ts';
import type { CredentialCard, FillPlan } from '../messages.ts';
import { Origin } from './origin.tsx';
import { Untrusted } from './untrusted.tsx';

interface FillHandOverProps {
  card: CredentialCard;
  formOrigin: string;
  asks: FillPlan['asks'];
  /** The form is sent for the person. */
  submits: boolean;
}

/** Into which form of the page everything is put, and what. */
export function FillHandOver({ card, formOrigin, asks, submits }: FillHandOverProps) {
  return (
    <>
      <p class="destination">
        {t('hand_over_form')} <Origin origin={formOrigin} />
      </p>
      <ul>
        <li>{t('hand_over_files')}</li>
        <li>{t('hand_over_key_password')}</li>
        {asks.rfc && (
          <li>
            <Untrusted text={t('hand_over_rfc', card.rfc)} />
          </li>
        )}
        {asks.user && <li>{t('fill_hand_over_user')}</li>}
      </ul>
      {submits && <p class="notice">{t('fill_submits')}</p>}
    </>
  );
}
