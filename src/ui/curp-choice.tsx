import { t } from '../i18n.ts';
import type { CredentialCard } from '../messages.ts';
import { Untrusted } from './untrusted.tsx';

interface CurpChoiceProps {
  card: CredentialCard;
  shared: boolean;
  onChange: (shared: boolean) => void;
}

/** The page asked for the CURP too: not given unless the person says so. */
export function CurpChoice({ card, shared, onChange }: CurpChoiceProps) {
  const curp = card.curp ?? card.representativeCurp;
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={shared}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {curp ? <Untrusted text={t('approval_curp', curp)} /> : t('approval_curp_unknown')}
    </label>
  );
}
