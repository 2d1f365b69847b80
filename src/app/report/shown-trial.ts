import type { Trial } from '../../messages.ts';

/** What «Probar mi firma» said last in this page. It is kept nowhere else. */
let shown: Trial | undefined;

export function noteTrial(trial: Trial): void {
  shown = trial;
}

export function shownTrial(): Trial | undefined {
  return shown;
}
