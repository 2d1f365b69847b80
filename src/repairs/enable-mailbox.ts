import type { GuidedRepair } from './repair.ts';

/** Buzón IMSS is switched on in Buzón IMSS. */
export default {
  id: 'enable-mailbox',
  kind: 'guided',
  undoMinutes: 0,
} as const satisfies GuidedRepair;
