import { t } from '../i18n.ts';
import type { CredentialCard } from '../messages.ts';
import { Untrusted } from './untrusted.tsx';

/** What a page gets that asks through the page API: what the certificate tells, told too. */
export function BridgeHandOver({ card }: { card: CredentialCard }) {
  const { representativeRfc } = card;
  return (
    <ul>
      <li>{t(representativeRfc ? 'hand_over_certificate_company' : 'hand_over_certificate')}</li>
      {representativeRfc && (
        <li>
          <Untrusted text={t('hand_over_representative', representativeRfc)} />
        </li>
      )}
      <li>{t('hand_over_signature')}</li>
      <li class="never">{t('hand_over_never')}</li>
    </ul>
  );
}
