import type { GuidedRepair } from './repair.ts';

/** The IMSS decides who may use a service. */
export default {
  id: 'ask-for-access',
  kind: 'guided',
  undoMinutes: 0,
} as const satisfies GuidedRepair;
