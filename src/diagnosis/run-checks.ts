import type { Check, Known, Outcome } from './checks/check.ts';
import { checks, type CheckId } from './checks/index.ts';
import type { DiagnosisFinding } from './diagnosis.ts';
import type { FactName, Facts, Missing } from './facts.ts';

/** Then there is nothing to check, which is no gap. */
const nothingToCheck: readonly Missing[] = [
  'no_tab',
  'no_portal',
  'no_credential',
  'no_reason',
  'no_entry',
  'no_registration',
];

/**
 * Every check of whose facts somebody looked, in the order of the list. A check that cannot be
 * judged says why, and one that breaks breaks no other.
 */
export function runChecks(facts: Facts, at: Date): DiagnosisFinding[] {
  return checks.flatMap((check: Check<CheckId>) => {
    const outcome = outcomeOf(check, facts, at);
    return outcome ? [{ id: check.id, ...outcome, evidence: outcome.evidence ?? [] }] : [];
  });
}

/** Undefined when nobody looked. */
export function outcomeOf(check: Check, facts: Facts, at: Date): Outcome | undefined {
  const needed = check.needs.map((name) => facts[name]);
  if (needed.includes(undefined)) return undefined;
  for (const found of needed) {
    if (found && 'missing' in found) return unjudged(found.missing);
  }
  try {
    return check.judge(facts as Known<FactName>, at);
  } catch {
    return unjudged('failed');
  }
}

function unjudged(missing: Missing): Outcome {
  return { status: nothingToCheck.includes(missing) ? 'not_applicable' : 'unknown', missing };
}
