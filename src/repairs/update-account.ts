import type { GuidedRepair } from './repair.ts';

/** The portal has to be told of the new e.firma. */
export default {
  id: 'update-account',
  kind: 'guided',
  undoMinutes: 0,
} as const satisfies GuidedRepair;
