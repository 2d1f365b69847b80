import type { CauseId } from './causes/index.ts';
import { certaintyOfBest } from './certainty.ts';
import type { Evidence } from './evidence.ts';
import { information } from './information.ts';
import { questions, type QuestionId } from './questions.ts';
import { rank, type RankedCause } from './rank.ts';
import { standingFacts } from './standing-facts.ts';

export type AskableQuestion = (typeof questions)[number];

/** Bits: what is expected to tell less than this is not worth a person's time. */
export const leastInformation = 0.002;

/**
 * The question whose answer is expected to tell most about which of the three likeliest causes it
 * is, or whether it is none of them; undefined when the cause is known, or when nothing that could
 * be asked would tell them apart.
 * @param notThese causes that the person has ruled out
 * @param asked questions that were put already, «No sé» being an answer too
 */
export function nextQuestion(
  evidence: Evidence,
  notThese: readonly CauseId[] = [],
  asked: readonly QuestionId[] = [],
): AskableQuestion | undefined {
  const ranked = rank(evidence, notThese);
  if (isKnown(ranked, evidence)) return undefined;
  const open = questions.filter(
    ({ id, signals }) =>
      !asked.includes(id) && signals.every((signal) => evidence[signal] === undefined),
  );
  return open
    .map((question) => ({
      question,
      bits: information(question.answers, ranked, evidence, notThese),
    }))
    .filter(({ bits }) => bits >= leastInformation)
    .toSorted((one, other) => other.bits - one.bits)[0]?.question;
}

/** By what is seen, or as good as that. */
export function isKnown(ranked: readonly RankedCause[], evidence: Evidence): boolean {
  const isFact = standingFacts.some(
    ({ cause, status, when }) => cause === ranked[0]?.id && status === 'fail' && when(evidence),
  );
  return isFact || certaintyOfBest(ranked) === 'is';
}
