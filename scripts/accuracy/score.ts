/** How often the cause that is named is the right one. */
import { causes, diagnose, type CauseId } from '../../src/diagnosis/index.ts';
import { scenarios } from '../../tests/diagnosis/scenarios.ts';

/** One case: what was right, and what was said. */
export interface Case {
  /** Null for a healthy scene: nothing is right but to name nothing. */
  cause: CauseId | null;
  /** The first, unless it is only a guess. */
  named: CauseId | null;
  top3: readonly CauseId[];
}

export interface Score {
  cases: number;
  /** It was named, first. */
  right: number;
  /** It was among the three that are shown. */
  inTop3: number;
  /** It was named where another was right, or nothing was wrong. */
  false: number;
}

/** The written scenarios, by what the code says of them now. */
export function scenarioCases(): Case[] {
  return scenarios.map(({ sig, top1 }) => {
    const [first, ...others] = diagnose(sig).causes;
    const top3 = first ? [first, ...others].slice(0, 3).map(({ id }) => id) : [];
    const named = first && first.certainty !== 'unknown' ? first.id : null;
    return { cause: top1, named, top3 };
  });
}

/** Of the cases of one cause, and of those in which it was named though it was not. */
export function scoreOf(cause: CauseId, cases: readonly Case[]): Score {
  const own = cases.filter((each) => each.cause === cause);
  return {
    ...scoreAll(own),
    false: cases.filter((each) => each.named === cause && each.cause !== cause).length,
  };
}

/** Of all cases in which something was wrong; `false` counts each wrong name once. */
export function scoreAll(cases: readonly Case[]): Score {
  const faulty = cases.filter(({ cause }) => cause !== null);
  return {
    cases: faulty.length,
    right: faulty.filter(({ cause, named }) => named === cause).length,
    inTop3: faulty.filter(({ cause, top3 }) => cause !== null && top3.includes(cause)).length,
    false: faulty.filter(({ cause, named }) => named !== null && named !== cause).length,
  };
}

/** Healthy scenes, and in how many of them something was named all the same. */
export function alarmsIn(cases: readonly Case[]): { cases: number; false: number } {
  const healthy = cases.filter(({ cause }) => cause === null);
  return { cases: healthy.length, false: healthy.filter(({ named }) => named !== null).length };
}

/** Causes of which no case was ever run, in the order of the list. */
export function untested(cases: readonly Case[]): CauseId[] {
  return causes.map(({ id }) => id).filter((id) => !cases.some(({ cause }) => cause === id));
}
