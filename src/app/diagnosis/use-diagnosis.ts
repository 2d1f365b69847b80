import { useCallback, useRef, useState } from 'preact/hooks';
import type { CauseId } from '../../diagnosis/index.ts';
import { sendMessage, type DiagnosisView } from '../../messages.ts';
import { problemOf, type Problem } from '../../ui/failure-text.ts';
import type { Subject } from './find-subject.ts';

export interface DiagnosisState {
  /** `local`: what this computer knows; `full`: the portal is asked too; `done`: all was looked at. */
  phase: 'idle' | 'local' | 'full' | 'done';
  view?: DiagnosisView;
  problem?: Problem;
}

/** A diagnosis in two steps: what is known here at once, then everything. The last one asked wins. */
export function useDiagnosis() {
  const [state, setState] = useState<DiagnosisState>({ phase: 'idle' });
  const latest = useRef(0);

  const run = useCallback(async (subject: Subject, notThese: readonly CauseId[] = []) => {
    const turn = ++latest.current;
    const show = (next: (before: DiagnosisState) => DiagnosisState) => {
      if (turn === latest.current) setState(next);
    };
    const request = { ...subject, notThese: [...notThese] };
    show(() => ({ phase: 'local' }));
    try {
      const local = await sendMessage('diagnose', { ...request, depth: 'local' });
      show(() => ({ phase: 'full', view: local }));
      const full = await sendMessage('diagnose', { ...request, depth: 'full' });
      show(() => ({ phase: 'done', view: full }));
    } catch (error) {
      show(({ view }) => ({ phase: 'done', ...(view && { view }), problem: problemOf(error) }));
    }
  }, []);

  /** A repair brought a newer one, or the person wants to tell something else. */
  const replace = useCallback((view?: DiagnosisView) => {
    latest.current++;
    setState(view ? { phase: 'done', view } : { phase: 'idle' });
  }, []);
  return { ...state, run, replace };
}

/** Whether there is something to say already: at the end, or as soon as a cause is certain. */
export function canTell({ phase, view }: DiagnosisState): boolean {
  return view !== undefined && (phase === 'done' || view.causes[0]?.certainty === 'is');
}
