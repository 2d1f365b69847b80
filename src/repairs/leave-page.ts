import type { GuidedRepair } from './repair.ts';

/** What was typed elsewhere can only be changed there. */
export default {
  id: 'leave-page',
  kind: 'guided',
  undoMinutes: 0,
} as const satisfies GuidedRepair;
