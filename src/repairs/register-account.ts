import type { GuidedRepair } from './repair.ts';

/** The portal knows nobody with this e.firma yet. */
export default {
  id: 'register-account',
  kind: 'guided',
  undoMinutes: 0,
} as const satisfies GuidedRepair;
