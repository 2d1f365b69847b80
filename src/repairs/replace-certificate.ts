import type { GuidedRepair } from './repair.ts';

/** Only an office of the SAT gives a new one. */
export default {
  id: 'replace-certificate',
  kind: 'guided',
  undoMinutes: 0,
} as const satisfies GuidedRepair;
