import type { GuidedRepair } from './repair.ts';

/** Each file has its place in the form of the portal. */
export default {
  id: 'place-files',
  kind: 'guided',
  undoMinutes: 0,
} as const satisfies GuidedRepair;
