import { resolve } from 'node:path';
import { findMutants } from './find-mutants.ts';
import type { Edit } from './mutant.ts';

interface Insertion {
  at: number;
  text: string;
  /** What closes comes before what opens; of those the inner, of these the outer first. */
  order: number;
}

/** A source file with a switch at every check. */
export function instrument(file: string, source: string): string {
  const { edits } = findMutants(file, source);
  const outerFirst = edits.toSorted((one, other) => widthOf(other) - widthOf(one));
  const insertions = outerFirst.flatMap(({ start, end, before, after }, index): Insertion[] => [
    { at: start, text: before, order: index + 1 },
    { at: end, text: after, order: -index },
  ]);
  let text = `import { isOut, table } from ${JSON.stringify(resolve(import.meta.dirname, 'switch.ts'))};\n`;
  let from = 0;
  for (const { at, text: inserted } of insertions.toSorted(inOrder)) {
    text += source.slice(from, at) + inserted;
    from = at;
  }
  return text + source.slice(from);
}

function widthOf({ start, end }: Edit): number {
  return end - start;
}

function inOrder(one: Insertion, other: Insertion): number {
  return one.at - other.at || one.order - other.order;
}
