import type { GuidedRepair } from './repair.ts';

/** The SAT decides who may use its services. */
export default {
  id: 'check-sat-account',
  kind: 'guided',
  undoMinutes: 0,
} as const satisfies GuidedRepair;
