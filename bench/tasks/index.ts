import type { Task } from '../contest.ts';
import { openingAesPair, openingPair } from './open-pair.ts';
import { readingCertificate } from './read-certificate.ts';
import { validatingChain } from './validate-chain.ts';

/** Runs wherever there is WebCrypto. */
export const tasks: readonly Task[] = [
  readingCertificate,
  openingPair,
  openingAesPair,
  validatingChain,
];
