import type { GuidedRepair } from './repair.ts';

/** To try again now would only make it longer. */
export default {
  id: 'wait-a-while',
  kind: 'guided',
  undoMinutes: 0,
} as const satisfies GuidedRepair;
