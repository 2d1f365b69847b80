import type { CauseRow } from './cause-row.ts';

/** What is wrong with the password of the private key. */
export const passwordCauses = [
  { id: 'pwd.wrong', prior: 12, repair: 'type-password' },
  { id: 'pwd.caps', prior: 6, repair: 'type-password' },
  { id: 'pwd.confused', prior: 6, repair: 'type-password' },
  { id: 'pwd.spaces', prior: 5, repair: 'type-password' },
  { id: 'pwd.encoding', prior: 3, repair: 'type-password' },
  { id: 'pwd.forgotten', prior: 4, repair: 'replace-certificate', onlyByAsking: true },
  { id: 'pwd.autofill', prior: 3, repair: 'type-password', onlyByAsking: true },
  { id: 'pwd.keyboard', prior: 2, repair: 'type-password', onlyByAsking: true },
] as const satisfies readonly CauseRow[];
