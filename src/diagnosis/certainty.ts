import type { Certainty } from './diagnosis.ts';
import type { RankedCause } from './rank.ts';

/** `is`: P of 0.85 or more, ten times the odds of the next. `likely`: P of 0.5 or more. */
export function certaintyOfBest([best, next]: readonly RankedCause[]): Certainty {
  if (!best || best.posterior < 0.5) return 'unknown';
  const margin = next ? best.score - next.score : Infinity;
  return best.posterior >= 0.85 && margin >= 10 ? 'is' : 'likely';
}
