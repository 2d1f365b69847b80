import { t } from '../i18n.ts';
import type { CredentialCard } from '../messages.ts';
import { Untrusted } from './untrusted.tsx';

interface CurpChoiceProps {
  card: CredentialCard;
  shared: boolean;
  onChange: (shared: boolean) => void;
}

/** The page asked for the CURP too: it is not signed unless the person says so. */
export function CurpChoice({ card, shared, onChange }: CurpChoiceProps) {
  const { curp, representativeCurp } = card;
  const texts = [
    ...(curp ? [t('approval_curp', curp)] : []),
    ...(representativeCurp ? [t('approval_curp_representative', representativeCurp)] : []),
  ];
  if (texts.length === 0) return <p class="hint">{t('approval_curp_unknown')}</p>;
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={shared}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>
        {texts.map((text) => (
          <Untrusted key={text} text={text} />
        ))}
      </span>
    </label>
  );
}
