import type { Contest } from './contest.ts';
import { openingAesPair, openingPair } from './tasks/open-pair.ts';
import { readingCertificate } from './tasks/read-certificate.ts';
import { validatingChain } from './tasks/validate-chain.ts';

const ours = 'firma-lista';
const rival = 'node-forge';

/**
 * How many times as fast as the rival ours has to be, in every place: also in Node, where of opening
 * a key nearly all is PBKDF2.
 */
const wanted = 8;

/** The tasks that are judged. */
export const goals: readonly string[] = [
  readingCertificate,
  openingPair,
  openingAesPair,
  validatingChain,
].map(({ name }) => name);

/** What was missed, in words; nothing when the goal was reached. */
export function missedIn(contests: readonly Contest[], goal: string): string[] {
  const scores = contests.find(({ task }) => task === goal)?.scores ?? [];
  const timeOf = (name: string): number =>
    scores.find(({ contestant }) => contestant === name)?.milliseconds ?? Number.NaN;
  const ratio = timeOf(rival) / timeOf(ours);
  return ratio >= wanted
    ? []
    : [`${goal}: ${ratio.toFixed(1)} × ${rival}, and ${wanted} × are wanted`];
}
