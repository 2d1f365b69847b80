import type { ComponentChildren } from 'preact';
import { t } from '../i18n.ts';
import { CredentialFacts, type ShownCredential } from './credential-facts.tsx';
import { lifeOf } from './life.ts';
import { DamagedCard } from './damaged-card.tsx';
import { Untrusted } from './untrusted.tsx';

interface CredentialCardProps {
  credential: ShownCredential;
  now: Date;
  /** Leaves out the facts for help desks. */
  brief?: boolean;
  children?: ComponentChildren;
}

/** One e.firma: whose it is, and the life it has left as a line of ink. */
export function CredentialCard({ credential, now, brief, children }: CredentialCardProps) {
  if (credential.damaged) return <DamagedCard rfc={credential.rfc}>{children}</DamagedCard>;
  const life = lifeOf(credential, now);
  return (
    <article class="card" data-state={life.state} data-brief={brief}>
      <p class="card-name">
        <Untrusted text={credential.legalName} />
      </p>
      <p class="card-rfc">
        {t('card_rfc')}{' '}
        <span data-field="rfc">
          <Untrusted text={credential.rfc} />
        </span>
      </p>
      {credential.representativeRfc && !brief && (
        <p class="card-rfc">
          <Untrusted text={t('card_representative', credential.representativeRfc)} />
        </p>
      )}
      <meter class="life" min={0} max={1} value={life.left} aria-label={t('life_meter')}>
        {life.words}
      </meter>
      <p class="card-status" data-field="status">
        {life.words}
      </p>
      {credential.kept === 'memory' && <p class="card-note">{t('card_memory')}</p>}
      {credential.canFill === false && !brief && <p class="card-note">{t('card_no_fill')}</p>}
      {!brief && <CredentialFacts credential={credential} />}
      {children}
    </article>
  );
}
