import type { GuidedRepair } from './repair.ts';

/** Where names are looked up is set in the system and in the modem. */
export default {
  id: 'check-dns',
  kind: 'guided',
  undoMinutes: 0,
} as const satisfies GuidedRepair;
