import { useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import { portals } from '../portals/index.ts';
import type { Snapshot } from '../snapshot.ts';
import { CredentialChoice } from '../ui/credential-choice.tsx';
import { portalName } from '../ui/portal-name.ts';
import { useCredentials } from '../ui/use-credentials.ts';
import { Unlock } from './unlock.tsx';

/** The tab is no sign-in page: the state of the e.firma, and where one could go. */
export function Elsewhere({ snapshot, now }: { snapshot: Snapshot; now: Date }) {
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
      <p class="hint">{t('popup_elsewhere')}</p>
      <section>
        <h2>{t('popup_portals')}</h2>
        <ul class="portals">
          {portals
            .filter(({ replicaOnly }) => !replicaOnly)
            .map(({ id, host, path }) => (
              <li key={id}>
                <a href={`https://${host}${path}`} target="_blank" rel="noreferrer">
                  {portalName(id)}
                </a>
                <span class="hint">{host}</span>
              </li>
            ))}
        </ul>
      </section>
      {!snapshot.unlocked && card?.kept === 'vault' && <Unlock settings={snapshot.settings} />}
    </>
  );
}
