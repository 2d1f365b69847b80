import type { GuidedRepair } from './repair.ts';

/** Exceptions are made in the antivirus; it is never switched off. */
export default {
  id: 'check-antivirus',
  kind: 'guided',
  undoMinutes: 0,
} as const satisfies GuidedRepair;
