import type { CauseRow } from './cause-row.ts';

/** What is wrong with the .key or the .pfx. */
export const keyCauses = [
  { id: 'key.mismatch', prior: 9 },
  { id: 'key.missing', prior: 5 },
  { id: 'key.corrupt', prior: 3 },
  { id: 'key.unsupported', prior: 2 },
  { id: 'pfx.incomplete', prior: 2 },
  { id: 'key.plain_or_pem', prior: 2, onlyByAsking: true },
] as const satisfies readonly CauseRow[];
