import type { GuidedRepair } from './repair.ts';

/** The proxy of the system is out of reach of an extension. */
export default {
  id: 'check-proxy',
  kind: 'guided',
  undoMinutes: 0,
} as const satisfies GuidedRepair;
