import type { GuidedRepair } from './repair.ts';

/** The SAT renews it, or a form of the SAT. */
export default {
  id: 'renew-certificate',
  kind: 'guided',
  undoMinutes: 0,
} as const satisfies GuidedRepair;
