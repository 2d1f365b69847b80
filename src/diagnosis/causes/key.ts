import type { CauseRow } from './cause-row.ts';

/** What is wrong with the .key or the .pfx. */
export const keyCauses = [
  { id: 'key.mismatch', prior: 9, repair: 'reinstall-certificate' },
  { id: 'key.missing', prior: 5, repair: 'reinstall-certificate' },
  { id: 'key.corrupt', prior: 3, repair: 'reinstall-certificate' },
  { id: 'key.unsupported', prior: 2, repair: 'reinstall-certificate' },
  { id: 'pfx.incomplete', prior: 2, repair: 'reinstall-certificate' },
  { id: 'key.plain_or_pem', prior: 2, repair: 'reinstall-certificate', onlyByAsking: true },
] as const satisfies readonly CauseRow[];
