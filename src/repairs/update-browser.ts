import type { GuidedRepair } from './repair.ts';

/** Only the browser updates itself. */
export default {
  id: 'update-browser',
  kind: 'guided',
  undoMinutes: 0,
} as const satisfies GuidedRepair;
