import type { GuidedRepair } from './repair.ts';

/** The person picks which of their e.firmas is in use; the one before can be picked again. */
export default {
  id: 'choose-certificate',
  kind: 'guided',
  undoMinutes: 0,
} as const satisfies GuidedRepair;
