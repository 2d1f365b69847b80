import type { GuidedRepair } from './repair.ts';

/** A VPN is a program of the system, or belongs to an employer. */
export default {
  id: 'turn-off-vpn',
  kind: 'guided',
  undoMinutes: 0,
} as const satisfies GuidedRepair;
