import { useState } from 'preact/hooks';
import { t } from '../../i18n.ts';
import type { CredentialCard as Card } from '../../messages.ts';
import type { Snapshot } from '../../snapshot.ts';
import { Done } from '../../ui/done.tsx';
import { Failure } from '../../ui/failure.tsx';
import { Glossary } from '../../ui/glossary.tsx';
import { AccountDialog } from '../account/account-dialog.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { ImportForm } from './import-form.tsx';
import { KeptCard } from './kept-card.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { useKept } from '../use-kept.ts';

/** The e.firmas of this computer, and how to add one. */
export function Certificates({ snapshot, now }: { snapshot: Snapshot; now: Date }) {
  const { cards, problem, reload } = useKept(snapshot);
  const [removing, setRemoving] = useState<Card>();
  const [writing, setWriting] = useState<Card>();
  const [copying, setCopying] = useState<Card>();
  const [fresh, setFresh] = useState<string>();
  const [removed, setRemoved] = useState<string>();
  // The one that was just added is shown with its result.
  const others = cards?.filter(({ id }) => id !== fresh);
  return (
    <>
      {removed && <Done key={removed} text={t('remove_done')} />}
      {problem && <Failure problem={problem} />}
      {cards?.length === 0 && (
        <>
          <p class="lead">{t('certificates_empty')}</p>
          <p>
            <a href="#/sin-firma">{t('signature_title')}</a>
          </p>
        </>
      )}
      {others && others.length > 0 && (
        <ul class="kept" data-field="credentials">
          {others.map((card) => (
            <li key={card.id}>
              <KeptCard
                card={card}
                settings={snapshot.settings}
                unlocked={snapshot.unlocked}
                now={now}
                onExport={() => setCopying(card)}
                onAccount={() => setWriting(card)}
                onRemove={() => setRemoving(card)}
              />
            </li>
          ))}
        </ul>
      )}
      {writing && (
        <AccountDialog
          card={writing}
          settings={snapshot.settings}
          onClose={() => setWriting(undefined)}
        />
      )}
      {copying && (
        <ExportDialog
          card={copying}
          settings={snapshot.settings}
          onClose={() => setCopying(undefined)}
        />
      )}
      {removing && (
        <RemoveDialog
          card={removing}
          settings={snapshot.settings}
          onClose={() => setRemoving(undefined)}
          onRemoved={() => {
            setRemoved(removing.id);
            setRemoving(undefined);
            reload();
          }}
        />
      )}
      <ImportForm
        isFirst={cards?.length === 0}
        settings={snapshot.settings}
        now={now}
        onOutcome={(id) => {
          setFresh(id);
          reload();
        }}
      />
      <Glossary />
    </>
  );
}
