/** What the tour found, as `tour.json`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface TourReport {
  imported?: { rfc: string; serialNumber: string; notAfter: string; kind: string };
  signIn: { bridge: boolean; fill: boolean; token?: string; nonce?: string };
  serviceWorkerKilled?: { askedAgain: boolean; signaturesMade: number; auditEntries: number };
  pageMessagesHeard: number;
  /** What did not hold, one sentence each. */
  faults: string[];
  durationMs: number;
}

export async function writeReport(folder: string, report: TourReport): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'tour.json'), `${JSON.stringify(report, null, 2)}\n`);
}
