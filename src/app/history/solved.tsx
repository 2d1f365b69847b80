import { t } from '../../i18n.ts';
import { sendMessage } from '../../messages.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { SolvedFailure } from '../../storage.ts';
import { repairText, sentenceOf } from '../../ui/diagnosis-text.ts';
import { Done } from '../../ui/done.tsx';
import { Failure } from '../../ui/failure.tsx';
import { formatLocalMoment } from '../../ui/format.ts';
import { CheckIcon } from '../../ui/icons.tsx';
import { portalName } from '../../ui/portal-name.ts';
import { ChangeItem } from '../change-item.tsx';
import { useChanges } from '../use-changes.ts';

interface SolvedProps {
  solved: SolvedFailure;
  snapshot: Snapshot;
}

/** «Así entraste hoy»: what the cause was, what was changed, how to put it back and what to know. */
export function Solved({ solved, snapshot }: SolvedProps) {
  const { portal, failedAt, at, changes, lesson } = solved;
  const [failed, entered] = [new Date(failedAt), new Date(at)];
  const now = new Date();
  const momentOf = (date: Date) => formatLocalMoment(date, now);
  const isToday = entered.toDateString() === now.toDateString();
  const read = () => {
    document.querySelector<HTMLElement>('h1')?.focus();
    void sendMessage('forgetSolved');
  };
  return (
    <section class="solved panel" data-field="solved" data-portal={portal}>
      <div class="solved-title">
        <CheckIcon />
        <h2>{t(isToday ? 'solved_today' : 'solved_before')}</h2>
      </div>
      <p data-field="solved-when">
        {failed < entered
          ? t('solved_when', portalName(portal), momentOf(failed), momentOf(entered))
          : t('solved_then', portalName(portal), momentOf(entered))}
      </p>
      <p data-field="solved-cause" data-cause={solved.cause.id}>
        <CauseThen solved={solved} />
      </p>
      {solved.isOtherEfirma && <p>{t('solved_other_efirma')}</p>}
      {changes.length > 0 ? (
        <Changed solved={solved} snapshot={snapshot} />
      ) : (
        <p>{t('solved_unchanged')}</p>
      )}
      {lesson && (
        <>
          <h3>{t('solved_lesson')}</h3>
          <p data-field="lesson" data-repair={lesson}>
            {repairText(lesson, 'after')}
          </p>
        </>
      )}
      <div class="buttons">
        <button type="button" data-action="solved-read" onClick={read}>
          {t('solved_read')}
        </button>
      </div>
    </section>
  );
}

/** As sure as it was, and no surer. */
function CauseThen({ solved: { cause, isDoubtful } }: Pick<SolvedProps, 'solved'>) {
  if (cause.certainty === 'unknown') return <>{t('solved_cause_unknown')}</>;
  return (
    <>
      <strong>{t(isDoubtful ? 'solved_cause_doubtful' : `solved_cause_${cause.certainty}`)}</strong>{' '}
      {sentenceOf(cause.id)}
    </>
  );
}

/** One that can no longer be put back is still told. */
function Changed({ solved: { changes }, snapshot }: SolvedProps) {
  const { changes: kept, problem, undone, undo } = useChanges(snapshot);
  return (
    <div class="changes">
      <p>{t('solved_changed')}</p>
      {problem && <Failure problem={problem} />}
      {undone > 0 && <Done key={undone} text={t('repair_undone')} />}
      <ul>
        {changes.map(({ id, repair, portal, at, isBack }) => {
          const known = kept.find((change) => change.id === id);
          return known ? (
            <ChangeItem key={id} change={known} onUndo={() => void undo(id)} />
          ) : (
            <li key={id} data-field="change" data-change={repair}>
              <div>
                <h3>{repairText(repair, 'name')}</h3>
                <p class="hint">
                  {portalName(portal)} · {formatLocalMoment(new Date(at), new Date())}
                </p>
                <p>{t(isBack ? 'change_is_undone' : 'change_done')}</p>
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
