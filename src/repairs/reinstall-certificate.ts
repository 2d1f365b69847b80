import type { GuidedRepair } from './repair.ts';

/** The files are brought again; what is kept stays until the new ones are proved right. */
export default {
  id: 'reinstall-certificate',
  kind: 'guided',
  undoMinutes: 0,
} as const satisfies GuidedRepair;
