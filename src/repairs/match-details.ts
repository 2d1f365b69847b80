import type { GuidedRepair } from './repair.ts';

/** What is typed has to be what the e.firma says. */
export default {
  id: 'match-details',
  kind: 'guided',
  undoMinutes: 0,
} as const satisfies GuidedRepair;
