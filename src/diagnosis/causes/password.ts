import type { CauseRow } from './cause-row.ts';

/** What is wrong with the password of the private key. */
export const passwordCauses = [
  { id: 'pwd.wrong', prior: 12 },
  { id: 'pwd.caps', prior: 6 },
  { id: 'pwd.confused', prior: 6 },
  { id: 'pwd.spaces', prior: 5 },
  { id: 'pwd.encoding', prior: 3 },
  { id: 'pwd.forgotten', prior: 4, onlyByAsking: true },
  { id: 'pwd.autofill', prior: 3, onlyByAsking: true },
  { id: 'pwd.keyboard', prior: 2, onlyByAsking: true },
] as const satisfies readonly CauseRow[];
