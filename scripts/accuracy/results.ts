/** What the injected faults came to when they were run last, list by list. */
import { readFileSync } from 'node:fs';
import type { InjectedResult } from '../../tests/browser/injected/result.ts';

/** One list, as one run left it. */
export interface ListResults {
  /** Day of the run. */
  on: string;
  /** Version of the browser. */
  chromium: string;
  results: Omit<InjectedResult, 'list' | 'chromium'>[];
}

/** By the name of the list. */
export type Results = Record<string, ListResults>;

export const resultsPath = 'tests/browser/injected/results.json';

export function readResults(): Results {
  return JSON.parse(readFileSync(resultsPath, 'utf8')) as Results;
}
