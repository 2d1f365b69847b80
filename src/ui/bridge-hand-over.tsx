import { t } from '../i18n.ts';
import type { CredentialCard } from '../messages.ts';
import { Untrusted } from './untrusted.tsx';

/** What a page gets that asks through the page API. */
export function BridgeHandOver({ card }: { card: CredentialCard }) {
  return (
    <ul>
      <li>
        <Untrusted text={t('hand_over_certificate', card.legalName, card.rfc)} />
      </li>
      <li>{t('hand_over_signature')}</li>
      <li class="never">{t('hand_over_never')}</li>
    </ul>
  );
}
