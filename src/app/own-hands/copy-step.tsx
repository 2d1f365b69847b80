import { useState } from 'preact/hooks';
import { t } from '../../i18n.ts';
import type { CredentialCard } from '../../messages.ts';
import { CopyRow, type CopyFate } from './copy-row.tsx';
import { useAccount } from './use-account.ts';

interface CopyStepProps {
  card: CredentialCard | undefined;
  /** The form wants the user name at IDSE. */
  asksUser: boolean;
}

interface Fact {
  label: string;
  value: string;
}

/** What is typed into forms again and again, to be pasted. Nothing of it is secret. */
export function CopyStep({ card, asksUser }: CopyStepProps) {
  const view = useAccount(card);
  const [last, setLast] = useState<{ value: string; fate: CopyFate }>();
  if (!card) return <p>{t(asksUser ? 'hands_copy_none_idse' : 'hands_copy_none')}</p>;
  const { curp = card.curp, nss, registrosPatronales = [] } = view?.account ?? {};
  const facts: Fact[] = [
    { label: t('card_rfc'), value: card.rfc },
    ...(curp ? [{ label: t('account_curp'), value: curp }] : []),
    ...(nss ? [{ label: t('account_nss'), value: nss }] : []),
    ...registrosPatronales.map((value) => ({ label: t('hands_registro'), value })),
  ];
  return (
    <>
      <ul class="hand-facts">
        {facts.map((fact) => (
          <CopyRow
            key={`${fact.label} ${fact.value}`}
            {...fact}
            fate={last?.value === fact.value ? last.fate : undefined}
            onCopied={(fate) => setLast({ value: fact.value, fate })}
          />
        ))}
      </ul>
      {asksUser && <p>{t(view?.hasIdse ? 'hands_user_kept' : 'hands_user')}</p>}
      {card.kept === 'vault' && !(curp && nss) && <p class="hint">{t('hands_copy_missing')}</p>}
    </>
  );
}
