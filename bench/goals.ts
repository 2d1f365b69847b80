import type { Contest } from './contest.ts';
import { openingAesPair, openingPair } from './tasks/open-pair.ts';
import { readingCertificate } from './tasks/read-certificate.ts';
import { validatingChain } from './tasks/validate-chain.ts';

/** How many times as fast as the rival the first contestant has to be, in each place. */
interface Goal {
  task: string;
  rival: string;
  times: Record<Place, number>;
}

export type Place = 'Node' | 'Chromium';

const ours = 'firma-lista';
const rival = 'node-forge';

/**
 * With a margin for busy machines. In Node the crypto of the platform itself leaves no more: of
 * opening a key nearly all is PBKDF2.
 */
export const goals: readonly Goal[] = [
  { task: readingCertificate.name, rival, times: { Node: 4, Chromium: 5 } },
  { task: openingPair.name, rival, times: { Node: 5, Chromium: 8 } },
  { task: openingAesPair.name, rival, times: { Node: 5, Chromium: 8 } },
  { task: validatingChain.name, rival, times: { Node: 6, Chromium: 8 } },
];

/** What was missed, in words; nothing when the goal was reached. */
export function missedIn(contests: readonly Contest[], place: Place, goal: Goal): string[] {
  const scores = contests.find(({ task }) => task === goal.task)?.scores ?? [];
  const timeOf = (name: string): number =>
    scores.find(({ contestant }) => contestant === name)?.milliseconds ?? Number.NaN;
  const ratio = timeOf(goal.rival) / timeOf(ours);
  const wanted = goal.times[place];
  return ratio >= wanted
    ? []
    : [`${goal.task}: ${ratio.toFixed(1)} × ${goal.rival}, and ${wanted} × are wanted`];
}
