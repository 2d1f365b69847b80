import type { CauseId } from './causes/index.ts';
import type { Evidence } from './evidence.ts';
import type { Missing } from './facts.ts';
import { information } from './information.ts';
import { isKnown, leastInformation, nextQuestion } from './next-question.ts';
import { probes, type ProbeId } from './probes.ts';
import type { QuestionId } from './questions.ts';
import { rank } from './rank.ts';

/**
 * What would tell the three likeliest causes apart better than any question, if the person let it be
 * looked at; undefined when the cause is known, or when no look would.
 * @param gaps why what was not looked at was not
 */
export function nextProbe(
  evidence: Evidence,
  gaps: readonly Missing[],
  notThese: readonly CauseId[] = [],
  asked: readonly QuestionId[] = [],
): ProbeId | undefined {
  const open = probes.filter(({ id }) => gaps.includes(id));
  const ranked = rank(evidence, notThese);
  if (open.length === 0 || isKnown(ranked, evidence)) return undefined;
  const question = nextQuestion(evidence, notThese, asked);
  const asking = question ? information(question.answers, ranked, evidence, notThese) : 0;
  return open
    .map(({ id, outcomes }) => ({ id, bits: information(outcomes, ranked, evidence, notThese) }))
    .filter(({ bits }) => bits >= leastInformation && bits > asking)
    .toSorted((one, other) => other.bits - one.bits)[0]?.id;
}
