import type { Contest } from './contest.ts';
import { openingAesPair, openingPair } from './tasks/open-pair.ts';
import { readingCertificate } from './tasks/read-certificate.ts';
import { validatingChain } from './tasks/validate-chain.ts';

const ours = 'firma-lista';

export type Place = 'Chromium' | 'Node';

/** Against whom, and how many times as fast as it ours has to be. */
interface Goal {
  task: string;
  places: readonly Place[];
  rival: string;
  times: number;
}

/** The library that most people have, in pure JavaScript; in Node it derives keys with OpenSSL. */
const forge = { rival: 'node-forge', times: 8 } as const;
/**
 * Of opening a key in Node nearly all is OpenSSL, for forge too, so that OpenSSL alone, without any
 * JavaScript, is hardly eight times as fast as forge: there ours may take this much longer than it.
 */
const opensslItself = { rival: 'node:crypto (OpenSSL)', times: 1 / 1.6 } as const;

const goals: readonly Goal[] = [
  { task: readingCertificate.name, places: ['Chromium', 'Node'], ...forge },
  { task: validatingChain.name, places: ['Chromium', 'Node'], ...forge },
  ...[openingPair, openingAesPair].flatMap(({ name: task }): Goal[] => [
    { task, places: ['Chromium'], ...forge },
    { task, places: ['Node'], ...opensslItself },
  ]),
];

/** What was missed in a place, in words; nothing when every goal was reached. */
export function missedIn(place: Place, contests: readonly Contest[]): string[] {
  return goals
    .filter(({ places }) => places.includes(place))
    .flatMap(({ task, rival, times }) => {
      const scores = contests.find((contest) => contest.task === task)?.scores ?? [];
      const timeOf = (name: string): number =>
        scores.find(({ contestant }) => contestant === name)?.milliseconds ?? Number.NaN;
      const ratio = timeOf(rival) / timeOf(ours);
      return ratio >= times
        ? []
        : [`${place}: ${task}: ${ratio.toFixed(2)} × ${rival}, and ${times} × are wanted`];
    });
}
