import type { GuidedRepair } from './repair.ts';

/** Nothing is wrong: its time begins later. */
export default {
  id: 'wait-until-valid',
  kind: 'guided',
  undoMinutes: 0,
} as const satisfies GuidedRepair;
