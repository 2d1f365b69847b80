import type { RepairId } from '../../diagnosis/index.ts';
import { t } from '../../i18n.ts';
import type { RepairOutcome } from '../../messages.ts';
import type { PortalId } from '../../portals/index.ts';
import { repairText } from '../../ui/diagnosis-text.ts';
import { Failure } from '../../ui/failure.tsx';
import type { Problem } from '../../ui/failure-text.ts';
import { formatList } from '../../ui/format.ts';
import { AlertIcon, CheckIcon } from '../../ui/icons.tsx';
import { useFocus } from '../../ui/use-focus.ts';
import { visibleText } from '../../ui/visible-text.ts';
import { ComparedCounts } from './compared-counts.tsx';
import { showPortal } from './show-portal.ts';

interface RepairResultProps {
  outcome: RepairOutcome;
  /** For which it was made. */
  portal: PortalId;
  /** Names of the extensions that were paused. */
  paused: readonly string[];
  isPause: boolean;
  canUndo: boolean;
  isUndone: boolean;
  problem: Problem | undefined;
  onUndo: (changeId: string) => void;
  onRetry: () => void;
  onNext: (repair: RepairId) => void;
  /** Shows what was found after the repair. */
  onShow: () => void;
}

/** Whether it helped, by what changed; and how to put it back. */
export function RepairResult(props: RepairResultProps) {
  const { outcome, isPause, isUndone } = props;
  const { result, compared, confirmed, changeId, next, diagnosis } = outcome;
  const heading = useFocus<HTMLHeadingElement>(isUndone);
  const culprits = confirmed ? props.paused.map((name) => visibleText(name)) : [];
  return (
    <>
      <div
        class="repair-result"
        data-field="repair-result"
        data-result={isUndone ? 'undone' : result}
      >
        {result === 'unchanged' && !isUndone ? <AlertIcon /> : <CheckIcon />}
        <div>
          <h3 tabIndex={-1} ref={heading}>
            {t(isUndone ? 'repair_undone' : `repair_result_${result}`)}
          </h3>
          {!isUndone && culprits.length > 0 && (
            <p data-field="confirmed">{t('repair_confirmed', formatList(culprits))}</p>
          )}
          {!isUndone && <ComparedCounts compared={compared} />}
          <p>{t(isUndone ? 'repair_undone_next' : `repair_next_${result}`)}</p>
        </div>
      </div>
      {props.problem && <Failure problem={props.problem} />}
      <div class="verdict-actions">
        {result === 'unchanged' && !isUndone && diagnosis.causes.length > 0 ? (
          <button type="button" class="primary" onClick={props.onShow}>
            {t('repair_show_next')}
          </button>
        ) : (
          <>
            <button
              type="button"
              class="primary"
              data-action="show-portal"
              onClick={() => void showPortal({ ...diagnosis, portal: props.portal }, 'as_it_is')}
            >
              {t('diagnosis_show_portal')}
            </button>
            <button type="button" onClick={props.onRetry}>
              {t('diagnosis_retry')}
            </button>
          </>
        )}
        {next && !isUndone && (
          <button type="button" data-action="next-repair" onClick={() => props.onNext(next)}>
            {repairText(next, 'name')}
          </button>
        )}
        {props.canUndo && !isUndone && changeId !== undefined && (
          <button type="button" data-action="undo" onClick={() => props.onUndo(changeId)}>
            {t(isPause ? 'change_restore' : 'change_undo')}
          </button>
        )}
      </div>
    </>
  );
}
