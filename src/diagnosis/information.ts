import type { CauseId } from './causes/index.ts';
import type { Evidence } from './evidence.ts';
import { rank, type RankedCause } from './rank.ts';

/** One thing that a question, or a look, may come to. */
export interface Outcome {
  /** What it adds to the evidence. */
  readonly evidence: Evidence;
  /** How many of ten come to it when it is the cause of nothing; authored, not measured. */
  readonly usual: number;
}

/** How many of the best causes are to be told apart, and from all others together. */
const contenders = 3;

/**
 * Bits that one of these answers is expected to tell about which of these causes it is: their entropy less
 * what is left of it after each answer. How likely a cause makes an answer is what the answer makes
 * of the cause, the other way round, out of how usual the answer is.
 */
export function information(
  answers: readonly Outcome[],
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
