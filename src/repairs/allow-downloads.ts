import type { GuidedRepair } from './repair.ts';

/** Extensions have no say in automatic downloads of a site. */
export default {
  id: 'allow-downloads',
  kind: 'guided',
  undoMinutes: 0,
} as const satisfies GuidedRepair;
