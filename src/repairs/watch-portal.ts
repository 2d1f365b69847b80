import type { GuidedRepair } from './repair.ts';

/** Nobody but the portal can mend it: one is told when it answers again. */
export default {
  id: 'watch-portal',
  kind: 'guided',
  undoMinutes: 0,
} as const satisfies GuidedRepair;
