import type { CauseRow } from './causes/cause-row.ts';
import { causes, type CauseId } from './causes/index.ts';
import { certaintyOfBest } from './certainty.ts';
import type { Certainty, DiagnosedCause, Diagnosis, DiagnosisFinding } from './diagnosis.ts';
import { evidenceLines } from './evidence-lines.ts';
import type { Evidence } from './evidence.ts';
import { hasFailureSign } from './has-failure-sign.ts';
import { hasToldFailure } from './has-told-failure.ts';
import { known, type Facts } from './facts.ts';
import { rank, type RankedCause } from './rank.ts';
import type { RepairId } from './repair-ids.ts';
import { runChecks } from './run-checks.ts';
import { standingFacts, type StandingFact } from './standing-facts.ts';

export interface DiagnoseOptions {
  /** Now, by this computer. Without it and without the portal's clock the checks are left out. */
  at?: Date;
  /** «No es esto»: what the person has ruled out. */
  notThese?: readonly CauseId[];
}

const causesTold = 5;
const linesTold = 2;

/**
 * What kept a person from signing in: the likeliest causes, and what was found besides. A cause is
 * named only when something failed, or when it is a fact that stands by itself.
 */
export function diagnose(
  evidence: Evidence,
  facts: Facts = {},
  { at, notThese = [] }: DiagnoseOptions = {},
): Diagnosis {
  const standing = standingFacts.filter(({ when }) => when(evidence));
  const certain = new Set(
    standing.filter(({ status }) => status === 'fail').map(({ cause }) => cause),
  );
  const failureSeen = hasFailureSign(evidence) || hasToldFailure(known(facts.asked));
  const ranked = rank(evidence, notThese);
  const best = failureSeen ? certaintyOfBest(ranked) : 'unknown';
  const server = known(facts.clock)?.server;
  const now = server ? new Date(server) : at;
  return {
    failureSeen,
    causes: ranked
      .slice(0, causesTold)
      .map((cause, place) =>
        diagnosed(cause, certain.has(cause.id) ? 'is' : place === 0 ? best : 'unknown', evidence),
      ),
    findings: [
      ...standing.map((fact) => findingOf(fact, evidence)),
      ...(now ? runChecks(facts, now) : []),
    ],
  };
}

function diagnosed(
  { id, reasons }: RankedCause,
  certainty: Certainty,
  evidence: Evidence,
): DiagnosedCause {
  const speaking = reasons
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight);
  const signals = new Set(speaking.flatMap(({ rule }) => rule.signals));
  return {
    id,
    certainty,
    ...repairOf(id),
    evidence: evidenceLines([...signals], evidence).slice(0, linesTold),
  };
}

function findingOf({ cause, status, signals }: StandingFact, evidence: Evidence): DiagnosisFinding {
  return {
    id: cause,
    status,
    evidence: evidenceLines(signals, evidence).slice(0, linesTold),
    ...repairOf(cause),
  };
}

function repairOf(cause: CauseId): { repair?: RepairId } {
  const rows: readonly CauseRow[] = causes;
  const repair = rows.find(({ id }) => id === cause)?.repair;
  return repair ? { repair } : {};
}
