import type { GuidedRepair } from './repair.ts';

/** Only the portal can mend itself. */
export default {
  id: 'tell-institute',
  kind: 'guided',
  undoMinutes: 0,
} as const satisfies GuidedRepair;
