import { fileFaults } from './file-faults.ts';
import type { Opening } from './open-and-pair.ts';
import type { Part } from './part-of-file.ts';
import type { SortedFiles } from './sort-files.ts';
import { fault, type Fault } from './verdict.ts';

/**
 * Why there is no certificate or no key. A .pfx that stayed closed may hold both; one that opened
 * without a key is a cause of its own.
 */
export function lackingFaults(brought: SortedFiles, opening: Opening): Fault[] {
  const { attempt, candidates, keys } = opening;
  const closed = attempt.typed.filter(({ refusal }) => refusal);
  const isPfxClosed = closed.some(({ file }) => file.identity.kind === 'pkcs12');
  const lacking: Part[] = [
    ...(candidates.length === 0 && !isPfxClosed ? (['cert'] as const) : []),
    ...(keys.length === 0 && closed.length === 0 ? (['key'] as const) : []),
  ];
  const hasEmptyPfx = attempt.typed.some(({ contents }) => contents?.keys.length === 0);
  return fileFaults(brought, lacking).map((found) =>
    found.id === 'key.missing' && hasEmptyPfx ? fault('pfx.incomplete') : found,
  );
}
