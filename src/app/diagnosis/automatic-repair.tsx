import { useMemo, useState } from 'preact/hooks';
import type { RepairId } from '../../diagnosis/index.ts';
import { t, type MessageKey } from '../../i18n.ts';
import type { RepairPreview, RepairRun } from '../../messages.ts';
import type { PortalId } from '../../portals/index.ts';
import { repairText } from '../../ui/diagnosis-text.ts';
import { Failure } from '../../ui/failure.tsx';
import { formatAmount } from '../../ui/format.ts';
import { AccessByHand } from './access-by-hand.tsx';
import { ExtensionChoice } from './extension-choice.tsx';
import { firstChoice, pauseLabel } from './pause-choice.ts';
import { accessOrigin } from './access-origin.ts';
import { PermissionStep } from './permission-step.tsx';
import { askingFor } from './permission-words.ts';
import { PreviewItems } from './preview-items.tsx';
import type { RepairPanelProps } from './repair-panel.tsx';
import { RepairResult } from './repair-result.tsx';
import { useRepair } from './use-repair.ts';

/** What is there, what will be lost, yes or no; then what changed. */
export function AutomaticRepair(props: RepairPanelProps & { portal: PortalId }) {
  const { repair, view, portal, onClose } = props;
  const { tabId } = view;
  const target = { repair, portal, ...(tabId !== undefined && { tabId }) };
  const state = useRepair(target, props.onRepaired);
  const { preview, outcome, isRunning = false, problem } = state;
  const [choice, setChoice] = useState<ReturnType<typeof firstChoice>>();
  const suggested = useMemo(() => firstChoice(preview?.items ?? []), [preview]);
  const isPause = repair === 'pause-extensions';
  const pause = choice ?? suggested;
  const tabs = (preview?.items ?? []).flatMap((item) => item.tabs ?? []);
  const chosen: Pick<RepairRun, 'extensions' | 'minutes' | 'tabs'> = isPause
    ? pause
    : { ...(tabs.length > 0 && { tabs }) };

  if (outcome) {
    return (
      <RepairResult
        outcome={outcome}
        portal={portal}
        paused={(preview?.items ?? [])
          .filter(({ id }) => id !== undefined && chosen.extensions?.includes(id))
          .map(({ name }) => name)}
        isPause={isPause}
        canUndo={canUndo(preview)}
        isUndone={state.isUndone ?? false}
        problem={problem}
        onUndo={(id) => void state.undo(id)}
        onRetry={props.onRetry}
        onNext={props.onNext}
        onShow={() => onClose(outcome.diagnosis)}
      />
    );
  }
  const isEmpty = preview?.items.length === 0;
  const canRun = !isEmpty && !(isPause && pause.extensions.length === 0);
  return (
    <>
      {problem && <Failure problem={problem} />}
      {!preview && !problem && <p role="status">{t('repair_looking')}</p>}
      {preview && state.asksPermission && (
        <>
          <PermissionStep
            permission={askingFor[preview.needs ?? 'management']}
            origin={preview.needs === 'portalAccess' ? accessOrigin(portal) : undefined}
            onGranted={state.look}
            onDecline={() => onClose()}
          />
          {preview.needs === 'portalAccess' && <AccessByHand onDone={state.look} />}
        </>
      )}
      {preview && !state.asksPermission && (
        <>
          {isEmpty && <p class="notice">{t(nothing[repair] ?? 'repair_nothing')}</p>}
          {!isEmpty && isPause && (
            <ExtensionChoice items={preview.items} choice={pause} onChoose={setChoice} />
          )}
          {!isEmpty && !isPause && <PreviewItems items={preview.items} />}
          {!isEmpty && (
            <ul class="repair-terms">
              <li>{repairText(repair, 'loses')}</li>
              <li>{undoTerms(preview)}</li>
            </ul>
          )}
        </>
      )}
      <p role="status">{isRunning && t('repair_running')}</p>
      {!state.asksPermission && (
        <div class="verdict-actions">
          {preview && !isEmpty && (
            <button
              type="button"
              class="primary"
              data-action="run-repair"
              aria-disabled={isRunning || !canRun}
              onClick={() => !isRunning && canRun && void state.run(chosen)}
            >
              {isPause ? pauseLabel(pause) : repairText(repair, 'name')}
            </button>
          )}
          <button type="button" aria-disabled={isRunning} onClick={() => !isRunning && onClose()}>
            {t(isEmpty ? 'guide_back' : 'cancel')}
          </button>
        </div>
      )}
    </>
  );
}

/** What is said where there is nothing to do; of the rest, that nothing is kept. */
const nothing: Partial<Record<RepairId, MessageKey>> = {
  'pause-extensions': 'pause_none',
  'close-duplicate-tabs': 'repair_close_duplicate_tabs_none',
  'allow-popups': 'repair_setting_none',
  'allow-cookies': 'repair_setting_none',
  'allow-javascript': 'repair_setting_none',
};

function canUndo(preview: RepairPreview | undefined): boolean {
  return preview !== undefined && (preview.undoMinutes > 0 || preview.isLasting === true);
}

function undoTerms({ repair, undoMinutes, isLasting }: RepairPreview): string {
  if (repair === 'pause-extensions') return t('pause_undo');
  if (isLasting) return t('repair_undo_lasting');
  if (undoMinutes === 0) return t('repair_no_undo');
  return t('repair_undo_for', formatAmount(undoMinutes, 'minute'));
}
