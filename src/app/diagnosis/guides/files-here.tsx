import { useEffect, useState } from 'preact/hooks';
import type { MessageKey } from '../../../i18n.ts';
import type { CredentialCard } from '../../../messages.ts';
import { nowBy, type Snapshot } from '../../../snapshot.ts';
import { ImportForm } from '../../certificates/import-form.tsx';
import { TrialAttempt } from '../../trial/trial-attempt.tsx';
import { useTrial } from '../../trial/use-trial.ts';

interface FilesHereProps {
  title: MessageKey;
  snapshot: Snapshot;
}

/** The files are brought in place. What was kept by it is tried at once: only that proves it. */
export function FilesHere({ title, snapshot }: FilesHereProps) {
  const [brought, setBrought] = useState<{ id: string }>();
  return (
    <>
      <ImportForm
        title={title}
        isFirst={snapshot.count === 0}
        settings={snapshot.settings}
        now={nowBy(snapshot)}
        onOutcome={(id) => setBrought(id === undefined ? undefined : { id })}
      />
      {brought && <Proof key={brought.id} id={brought.id} snapshot={snapshot} />}
    </>
  );
}

function Proof({ id, snapshot }: Pick<CredentialCard, 'id'> & Pick<FilesHereProps, 'snapshot'>) {
  const attempt = useTrial({ id }, true);
  useEffect(attempt.begin, []);
  return (
    <div data-field="proof">
      <TrialAttempt attempt={attempt} settings={snapshot.settings} />
    </div>
  );
}
