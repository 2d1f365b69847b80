import type { GuidedRepair } from './repair.ts';

/** Another browser, or another window, is opened by the person. */
export default {
  id: 'use-supported-browser',
  kind: 'guided',
  undoMinutes: 0,
} as const satisfies GuidedRepair;
