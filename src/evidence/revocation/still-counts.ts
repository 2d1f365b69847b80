import type { RevocationAnswer } from '../../certificate/index.ts';

export interface KeptAnswer {
  answer: RevocationAnswer;
  /** Milliseconds since the epoch, by this computer. */
  keptAt: number;
}

const longest = 60 * 60_000;

/**
 * Whether an answer that was kept still tells anything: at `at` it has not run out, and by this
 * computer's clock (`now`, milliseconds) it is at most an hour old. A clock that was set back
 * meanwhile tells no age.
 */
export function stillCounts({ answer, keptAt }: KeptAnswer, at: Date, now: number): boolean {
  const age = now - keptAt;
  const end = answer.status === 'unknown' ? undefined : answer.nextUpdate;
  return age >= 0 && age <= longest && (end === undefined || at <= new Date(end));
}
