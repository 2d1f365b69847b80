import type { GuidedRepair } from './repair.ts';

/** IDSE alone gives back a user, or unblocks it. */
export default {
  id: 'recover-idse-access',
  kind: 'guided',
  undoMinutes: 0,
} as const satisfies GuidedRepair;
