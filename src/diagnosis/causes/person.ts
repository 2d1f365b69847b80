import type { CauseRow } from './cause-row.ts';

/** What the person did, and what only they can tell. */
export const personCauses = [
  { id: 'user.wrong_url', prior: 4 },
  { id: 'user.captcha', prior: 3 },
  { id: 'user.file_unavailable', prior: 3 },
  { id: 'user.phishing', prior: 1 },
  { id: 'token.driver', prior: 1 },
] as const satisfies readonly CauseRow[];
