/**
 * The rows that hold the most of the words that were typed, or of their beginnings, in the order of
 * the list; all of them for nothing typed, none where no word is known. Accents, capital letters and
 * signs make no difference.
 * @param wordsOf what is read of a row, in the person's language
 */
export function findByWords<Row>(
  typed: string,
  rows: readonly Row[],
  wordsOf: (row: Row) => readonly string[],
): readonly Row[] {
  const wanted = wordsIn(typed).map(stemOf);
  if (wanted.length === 0) return rows;
  const scored = rows.map((row) => {
    const words = wordsIn(wordsOf(row).join(' '));
    const score = wanted.filter((word) => words.some((known) => known.startsWith(word))).length;
    return { row, score };
  });
  const best = Math.max(...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score > 0 && score === best).map(({ row }) => row);
}

function wordsIn(text: string): string[] {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !unsaid.has(word));
}

/** A plural finds the singular. */
function stemOf(word: string): string {
  return word.length > 4 ? word.replace(/(?:es|s)$/, '') : word;
}

/** Words that say nothing of what is looked for. */
const unsaid: ReadonlySet<string> = new Set(
  'a al como con de del el en es la las lo los me mi mis para por que quiero se su tu un una y'.split(
    ' ',
  ),
);
