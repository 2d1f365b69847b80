import type { CauseRow } from './cause-row.ts';

/** What this computer has of the person's e.firma. */
export const credentialCauses = [
  { id: 'cred.not_here', prior: 3, repair: 'reinstall-certificate' },
] as const satisfies readonly CauseRow[];
