import type { GuidedRepair } from './repair.ts';

/** Whoever runs the network opens it. */
export default {
  id: 'ask-network',
  kind: 'guided',
  undoMinutes: 0,
} as const satisfies GuidedRepair;
