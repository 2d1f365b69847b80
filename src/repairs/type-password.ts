import type { GuidedRepair } from './repair.ts';

/** Typed by hand and tried here, where nothing is ever blocked. */
export default {
  id: 'type-password',
  kind: 'guided',
  undoMinutes: 0,
} as const satisfies GuidedRepair;
