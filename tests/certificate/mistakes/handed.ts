import type { CredentialFile } from '../../../src/certificate/index.ts';
import type { Attempt } from './mistake.ts';

/** Numbers from 0 to 1 that look random and are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const stems = ['doc', 'PULX900215', 'descarga (1)', 'mi firma', 'Claveprivada_FIEL', 'x', 'ñandú'];
const extensions = ['', '.cer', '.key', '.CER', '.txt', '.pfx', '.bin', '.pdf', '.req', '.zip'];

/** The files in any order and under names that mean nothing. */
export function handed({ files }: Attempt, random: () => number): CredentialFile[] {
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  return files
    .map(({ name, bytes }) => ({ name: name ?? pick(stems) + pick(extensions), bytes }))
    .map((file) => ({ file, place: random() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ file }) => file);
}
