import type { GuidedRepair } from './repair.ts';

/** No extension can set the clock of a computer. */
export default {
  id: 'set-clock',
  kind: 'guided',
  undoMinutes: 0,
} as const satisfies GuidedRepair;
