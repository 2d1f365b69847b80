import { useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import { addressOf, portals } from '../portals/index.ts';
import type { Snapshot } from '../snapshot.ts';
import { CredentialChoice } from '../ui/credential-choice.tsx';
import { CopyFormsLater } from '../ui/later.ts';
import { portalName } from '../ui/portal-name.ts';
import { useCredentials } from '../ui/use-credentials.ts';
import { Unlock } from './unlock.tsx';

interface ElsewhereProps {
  snapshot: Snapshot;
  now: Date;
  /** What is to be said of the page. */
  note?: string;
  /** The tab of a page without any form that is known. */
  unknownIn?: number | undefined;
}

/** The tab is no sign-in page: the state of the e.firma, and where one could go. */
export function Elsewhere({ snapshot, now, note, unknownIn }: ElsewhereProps) {
  const [choice, setChoice] = useState<string>();
  const cards = useCredentials(snapshot);
  const card = cards.find(({ id }) => id === choice) ?? snapshot.chosen;
  return (
    <>
      <h1 class="unseen">{t('app_name')}</h1>
      {card && (
        <CredentialChoice
          cards={cards}
          count={snapshot.count}
          chosen={card}
          onChoose={setChoice}
          now={now}
        />
      )}
      {note && (
        <p class="hint" role="status">
          {note}
        </p>
      )}
      <p class="hint">{t('popup_elsewhere')}</p>
      {unknownIn !== undefined && <CopyFormsLater tabId={unknownIn} />}
      <section>
        <h2>{t('popup_portals')}</h2>
        <ul class="portals">
          {portals
            .filter(({ purpose, replicaOnly }) => purpose === 'enter' && !replicaOnly)
            .map((portal) => (
              <li key={portal.id}>
                <a href={addressOf(portal)} target="_blank" rel="noreferrer">
                  {portalName(portal.id)}
                </a>
                <span class="hint">{portal.host}</span>
              </li>
            ))}
        </ul>
      </section>
      {!snapshot.unlocked && card?.kept === 'vault' && <Unlock settings={snapshot.settings} />}
    </>
  );
}
