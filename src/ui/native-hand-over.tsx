import { t } from '../i18n.ts';
import type { CredentialCard } from '../messages.ts';
import type { NativeProtocol } from '../portals/index.ts';
import { SignedText } from './signed-text.tsx';

interface NativeHandOverProps {
  kind: NativeProtocol['kind'];
  card: CredentialCard;
  /** What the portal gave out, once it did. */
  challenge: string | undefined;
}

/** What a portal gets in its own protocol, what it never gets, and what is signed for it. */
export function NativeHandOver({ kind, card, challenge }: NativeHandOverProps) {
  const isCompany = card.representativeRfc !== undefined;
  const texts =
    kind === 'sat-token'
      ? [t('native_sat_identity')]
      : [
          t(isCompany ? 'hand_over_certificate_company' : 'hand_over_certificate'),
          t('native_account'),
        ];
  return (
    <>
      <ul>
        <li>{t('native_signature')}</li>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
        <li class="never">{t('native_never')}</li>
      </ul>
      {challenge !== undefined && (
        <SignedText
          about={t(kind === 'sat-token' ? 'native_text_sat' : 'native_text_idse')}
          text={kind === 'sat-token' ? satText(challenge, card) : challenge}
        />
      )}
    </>
  );
}

/** As `satTokenText`, which signs it. */
function satText(guid: string, { rfc, serialNumber }: CredentialCard): string {
  return [guid, rfc, serialNumber].join('|');
}
