import type { CauseId } from '../causes/index.ts';
import type { Evidence, SignalName } from '../evidence.ts';

/** In decibans: +10 makes the odds of a cause ten times as high, −10 ten times as low. */
export type Weights = Readonly<Partial<Record<CauseId, number>>>;

/** One row of the evidence table: what is seen, and what it says of the causes. */
export interface Rule {
  readonly id: string;
  /** All that `when` looks at; the first tells a person the most. */
  readonly signals: readonly SignalName[];
  readonly when: (evidence: Evidence) => boolean;
  readonly weights: Weights;
}

/** A rule that speaks when one signal has one of these values. */
export function whenIs<Name extends SignalName>(
  id: string,
  signal: Name,
  values: NonNullable<Evidence[Name]> | readonly NonNullable<Evidence[Name]>[],
  weights: Weights,
): Rule {
  const accepted: readonly unknown[] = Array.isArray(values) ? values : [values];
  return {
    id,
    signals: [signal],
    when: (evidence) => accepted.includes(evidence[signal]),
    weights,
  };
}

/** The same weight for a whole set of causes: what one layer says of another. */
export function mask(causes: readonly CauseId[], weight: number): Weights {
  return Object.fromEntries(causes.map((cause) => [cause, weight]));
}
