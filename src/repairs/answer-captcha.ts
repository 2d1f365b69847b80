import type { GuidedRepair } from './repair.ts';

/** It asks for a person. */
export default {
  id: 'answer-captcha',
  kind: 'guided',
  undoMinutes: 0,
} as const satisfies GuidedRepair;
