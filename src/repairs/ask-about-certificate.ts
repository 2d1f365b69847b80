import type { GuidedRepair } from './repair.ts';

/** The SAT stopped it, and the SAT alone knows why. */
export default {
  id: 'ask-about-certificate',
  kind: 'guided',
  undoMinutes: 0,
} as const satisfies GuidedRepair;
