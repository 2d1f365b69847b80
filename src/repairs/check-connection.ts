import type { GuidedRepair } from './repair.ts';

/** Wi-Fi, cables and modems are out of reach of an extension. */
export default {
  id: 'check-connection',
  kind: 'guided',
  undoMinutes: 0,
} as const satisfies GuidedRepair;
