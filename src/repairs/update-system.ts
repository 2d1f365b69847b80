import type { GuidedRepair } from './repair.ts';

/** Only the system updates itself. */
export default {
  id: 'update-system',
  kind: 'guided',
  undoMinutes: 0,
} as const satisfies GuidedRepair;
