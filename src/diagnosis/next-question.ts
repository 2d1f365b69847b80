import type { CauseId } from './causes/index.ts';
import { certaintyOfBest } from './certainty.ts';
import type { Evidence } from './evidence.ts';
import { questions, type Question, type QuestionId } from './questions.ts';
import { rank, type RankedCause } from './rank.ts';
import { standingFacts } from './standing-facts.ts';

export type AskableQuestion = (typeof questions)[number];

/** How many of the best causes a question has to tell apart, and from all others together. */
const contenders = 3;

/** Bits: a question that is expected to tell less than this is not worth a person's time. */
const leastInformation = 0.002;

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
    .map((question) => ({ question, bits: information(question, ranked, evidence, notThese) }))
    .filter(({ bits }) => bits >= leastInformation)
    .toSorted((one, other) => other.bits - one.bits)[0]?.question;
}

function isKnown(ranked: readonly RankedCause[], evidence: Evidence): boolean {
  const isFact = standingFacts.some(
    ({ cause, status, when }) => cause === ranked[0]?.id && status === 'fail' && when(evidence),
  );
  return isFact || certaintyOfBest(ranked) === 'is';
}

/**
 * Bits that its answer is expected to tell about which of these causes it is: their entropy less
 * what is left of it after each answer. How likely a cause makes an answer is what the answer makes
 * of the cause, the other way round, out of how usual the answer is.
 */
function information(
  { answers }: Question,
  ranked: readonly RankedCause[],
  evidence: Evidence,
  notThese: readonly CauseId[],
): number {
  const scores = answers.map((answer) => {
    const after = rank({ ...evidence, ...answer.evidence }, notThese);
    return new Map(after.map(({ id, score }) => [id, score]));
  });
  // The share of each cause together with each answer.
  const joint = ranked.map(({ id, score, posterior }) => {
    const odds = scores.map((after) => 10 ** (((after.get(id) ?? score) - score) / 10));
    const likelihoods = sharesOf(answers.map(({ usual }, answer) => usual * (odds[answer] ?? 1)));
    return likelihoods.map((likelihood) => posterior * likelihood);
  });
  const rest = answers.map((_, answer) =>
    sum(joint.slice(contenders).map((row) => row[answer] ?? 0)),
  );
  const told = [...joint.slice(0, contenders), rest];
  return answers.reduce(
    (gained, _, answer) => {
      const column = told.map((row) => row[answer] ?? 0);
      return gained - sum(column) * entropy(sharesOf(column));
    },
    entropy(told.map(sum)),
  );
}

const sum = (values: readonly number[]) => values.reduce((total, each) => total + each, 0);

function sharesOf(values: readonly number[]): number[] {
  const total = sum(values);
  return values.map((each) => (total > 0 ? each / total : 0));
}

/** In bits. */
function entropy(shares: readonly number[]): number {
  return -sum(shares.map((share) => (share > 0 ? share * Math.log2(share) : 0)));
}
