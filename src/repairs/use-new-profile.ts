import type { GuidedRepair } from './repair.ts';

/** Profiles are made by the browser alone. */
export default {
  id: 'use-new-profile',
  kind: 'guided',
  undoMinutes: 0,
} as const satisfies GuidedRepair;
