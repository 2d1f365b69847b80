import { useState } from 'preact/hooks';
import { t } from '../../i18n.ts';
import type { KnownPortal } from '../../portals/index.ts';
import { nowBy, type Snapshot } from '../../snapshot.ts';
import { CredentialChoice } from '../../ui/credential-choice.tsx';
import { Failure } from '../../ui/failure.tsx';
import { firstChoice } from '../../ui/first-choice.ts';
import { Glossary } from '../../ui/glossary.tsx';
import { useKept } from '../use-kept.ts';
import { HandSteps } from './hand-steps.tsx';
import { PortalChoice } from './portal-choice.tsx';

interface OwnHandsScreenProps {
  snapshot: Snapshot;
  portal: KnownPortal | undefined;
}

/** Filling the form of a portal with one's own hands: no page of the portal is touched from here. */
export function OwnHandsScreen({ snapshot, portal }: OwnHandsScreenProps) {
  const { cards, problem } = useKept(snapshot);
  const [choice, setChoice] = useState<string>();
  const usable = cards?.filter(({ damaged }) => !damaged) ?? [];
  const chosen = usable.find(({ id }) => id === choice);
  const card = chosen ?? (portal && firstChoice(portal, snapshot.chosen, usable));
  return (
    <>
      <p class="lead">{t('hands_intro')}</p>
      {problem && <Failure problem={problem} />}
      <PortalChoice portal={portal} />
      {portal && cards && (
        <>
          {card && (
            <CredentialChoice
              cards={usable}
              chosen={card}
              onChoose={setChoice}
              now={nowBy(snapshot)}
            />
          )}
          <HandSteps
            key={`${portal.id} ${card?.id ?? ''}`}
            portal={portal}
            card={card}
            snapshot={snapshot}
          />
          <Glossary />
        </>
      )}
    </>
  );
}
