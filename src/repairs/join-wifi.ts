import type { GuidedRepair } from './repair.ts';

/** Only the person can accept what a network asks for. */
export default {
  id: 'join-wifi',
  kind: 'guided',
  undoMinutes: 0,
} as const satisfies GuidedRepair;
