import { t } from '../../i18n.ts';
import type { Snapshot } from '../../snapshot.ts';
import { Done } from '../../ui/done.tsx';
import { Failure } from '../../ui/failure.tsx';
import { ChangeItem } from '../change-item.tsx';
import { useChanges } from '../use-changes.ts';

/** «Cambios que hice»: everything that was touched, and how to put it back. */
export function Changes({ snapshot, repairs }: { snapshot: Snapshot; repairs: number }) {
  const { changes, problem, undone, undo } = useChanges(snapshot, repairs);
  if (changes.length === 0 && !problem) return null;
  return (
    <section class="changes" data-field="changes">
      <h2>{t('changes_title')}</h2>
      {problem && <Failure problem={problem} />}
      {undone > 0 && <Done key={undone} text={t('repair_undone')} />}
      <ul>
        {changes.map((change) => (
          <ChangeItem key={change.id} change={change} onUndo={() => void undo(change.id)} />
        ))}
      </ul>
    </section>
  );
}
