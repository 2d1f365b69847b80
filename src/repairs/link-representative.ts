import type { GuidedRepair } from './repair.ts';

/** The IMSS keeps who signs for whom. */
export default {
  id: 'link-representative',
  kind: 'guided',
  undoMinutes: 0,
} as const satisfies GuidedRepair;
