import type { GuidedRepair } from './repair.ts';

/** What was cancelled begins anew, in IDSE. */
export default {
  id: 'restart-idse-request',
  kind: 'guided',
  undoMinutes: 0,
} as const satisfies GuidedRepair;
