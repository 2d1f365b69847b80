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

/** The same everywhere, though in Node nearly all of opening a key is PBKDF2 for both. */
const times: Goal['times'] = { Node: 8, Chromium: 8 };

export const goals: readonly Goal[] = [
  readingCertificate,
  openingPair,
  openingAesPair,
  validatingChain,
].map(({ name }) => ({ task: name, rival, times }));

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
