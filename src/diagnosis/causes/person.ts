import type { CauseRow } from './cause-row.ts';

/** What the person did, and what only they can tell. */
export const personCauses = [
  { id: 'user.wrong_url', prior: 4, repair: 'open-official-page' },
  { id: 'user.captcha', prior: 3, repair: 'answer-captcha' },
  { id: 'user.file_unavailable', prior: 3, repair: 'reinstall-certificate' },
  { id: 'user.phishing', prior: 1, repair: 'leave-page' },
  { id: 'token.driver', prior: 1, repair: 'choose-certificate', onlyByAsking: true },
  { id: 'user.other_files', prior: 6, repair: 'choose-certificate' },
  { id: 'user.http', prior: 3, repair: 'open-official-page' },
  { id: 'user.wrong_portal', prior: 3, onlyByAsking: true },
] as const satisfies readonly CauseRow[];
