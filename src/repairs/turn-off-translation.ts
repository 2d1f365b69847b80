import type { GuidedRepair } from './repair.ts';

/** No extension can switch off the translation of the browser. */
export default {
  id: 'turn-off-translation',
  kind: 'guided',
  undoMinutes: 0,
} as const satisfies GuidedRepair;
