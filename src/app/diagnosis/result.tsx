import { useState } from 'preact/hooks';
import type { CauseId, GivenAnswers, RepairId } from '../../diagnosis/index.ts';
import { t } from '../../i18n.ts';
import type { DiagnosisView } from '../../messages.ts';
import type { Snapshot } from '../../snapshot.ts';
import { reportUrl } from '../../ui/report-url.ts';
import { AlsoFound } from './also-found.tsx';
import { Candidates } from './candidates.tsx';
import { Checklist } from './checklist.tsx';
import { guides } from './guides/guides.ts';
import { NothingFound } from './nothing-found.tsx';
import { OneProbe } from './one-probe.tsx';
import { OneQuestion } from './one-question.tsx';
import { RepairPanel } from './repair-panel.tsx';
import { Verdict } from './verdict.tsx';

interface ResultProps {
  view: DiagnosisView;
  /** Everything was looked at: nothing here will change by itself. */
  isSettled: boolean;
  snapshot: Snapshot;
  onRetry: () => void;
  onNotThis: (cause: CauseId) => void;
  onAnswer: (answer: GivenAnswers) => void;
  /** Something was changed, or put back. */
  onRepaired: () => void;
  onView: (view: DiagnosisView) => void;
}

/** What was found; while something is being repaired, that alone. */
export function Result({ view, isSettled, snapshot, ...props }: ResultProps) {
  const [repairing, setRepairing] = useState<RepairId>();
  const first = firstWithReason(view);
  const canRepair = (repair: RepairId) => repair in guides || view.portal !== undefined;

  if (repairing) {
    return (
      <RepairPanel
        key={repairing}
        repair={repairing}
        view={view}
        snapshot={snapshot}
        onRetry={props.onRetry}
        onRepaired={props.onRepaired}
        onNext={setRepairing}
        onClose={(newer) => {
          setRepairing(undefined);
          if (newer) props.onView(newer);
        }}
      />
    );
  }
  const choices = { view, isSettled, canRepair, onRepair: setRepairing, onRetry: props.onRetry };
  const hasNext = isSettled && (view.probe ?? view.question) !== undefined;
  const next = hasNext && (
    <>
      {view.probe && (
        <OneProbe probe={view.probe} findings={view.findings} onGranted={props.onRetry} />
      )}
      {view.question && <OneQuestion question={view.question} onAnswer={props.onAnswer} />}
    </>
  );
  return (
    <>
      {!first && <NothingFound view={view} isSettled={isSettled} onRetry={props.onRetry} />}
      {first?.certainty === 'unknown' && <Candidates {...choices}>{next}</Candidates>}
      {first && first.certainty !== 'unknown' && (
        <Verdict {...choices} cause={first} onNotThis={props.onNotThis} />
      )}
      {first && first.certainty !== 'unknown' && next}
      {first && !view.failureSeen && <p class="notice">{t('diagnosis_not_seen')}</p>}
      <AlsoFound {...choices} />
      <Checklist {...choices} />
      {isSettled && (
        <p>
          <a href={reportUrl()} target="_blank" rel="noreferrer" data-field="support">
            {t('report_title')}
          </a>
        </p>
      )}
    </>
  );
}

/** Where nothing failed, whatever is common, or odd about this computer, is no more than a guess. */
function firstWithReason({
  causes: [first],
  failureSeen,
}: DiagnosisView): DiagnosisView['causes'][number] | undefined {
  return first?.certainty === 'unknown' && !failureSeen ? undefined : first;
}
