/** What the tour found, as `tour.json`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One fault, as the visible screens tell of it; null is what no screen told. */
export interface FaultReport {
  /** The cause that was really there. */
  id: string;
  cause: string | null;
  certainty: string | null;
  repair: string | null;
  /** Null where nothing that the extension can do lets the person in. */
  signedInAfter: boolean | null;
}

export interface TourReport {
  imported?: { rfc: string; serialNumber: string; notAfter: string; kind: string };
  signIn: { bridge: boolean; fill: boolean; token?: string; nonce?: string };
  serviceWorkerKilled?: { askedAgain: boolean; signaturesMade: number; auditEntries: number };
  pageMessagesHeard: number;
  /** What was made to go wrong, and what came of it. */
  faults: FaultReport[];
  /** What did not hold, one sentence each. */
  failures: string[];
  durationMs: number;
}

export async function writeReport(folder: string, report: TourReport): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'tour.json'), `${JSON.stringify(report, null, 2)}\n`);
}
