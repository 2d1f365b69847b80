/** What one run of an injected fault came to, as its test writes it down. */
import type { CauseId, Certainty, SignalName } from '../../../src/diagnosis/index.ts';

/** Where the lines go; without it nothing is written. */
export const accuracyFolder = 'FIRMA_LISTA_ACCURACY';

/** One run: a fault, or its healthy twin. */
export interface InjectedResult {
  list: string;
  id: string;
  /** Null for the healthy twin: nothing is to be named. */
  cause: CauseId | null;
  /** The first, with a certainty of more than a guess. */
  named: CauseId | null;
  certainty: Certainty | null;
  top3: CauseId[];
  /** The signals that were expected were there. */
  signalsSeen: boolean;
  /** All that was seen. */
  signals: SignalName[];
  /** The test's file, and the version of the browser. */
  test: string;
  chromium: string;
}
