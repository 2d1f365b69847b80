/** A sentence as the recogniser compares it: its words, without what names a person or a moment. */
export type Words = readonly string[];

const mostCharacters = 4096;

/** RFC and CURP. */
const identifiers = /\b[a-z&]{3,4}\d{6}[a-z\d]{3}(?:[a-z\d]{5})?\b/g;
const dates = /\b\d{1,4}[-/]\d{1,2}[-/]\d{1,4}\b/g;
/** Ends a sentence when it is not inside a word, as the dot of «e.firma» is. */
const ends = /[.!;:]+(?=\s|$)|[\n\r]+|(?<=\?)/;
const code = /[{}<>=`]|["'][;,)]/;

/**
 * The sentences of a text, at most 4,096 characters of it: lower case, without accents, RFC, CURP,
 * dates nor numbers (a code such as #01001 stays). A question is left out, for nobody is turned
 * away with one; and so is what looks like a script.
 */
export function sentencesOf(text: string): Words[] {
  const start = text.slice(0, mostCharacters);
  if (code.test(start)) return [];
  return plain(start)
    .split(ends)
    .filter((sentence) => !sentence.endsWith('?'))
    .map(wordsOf)
    .filter((words) => words.length > 0);
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/\be[.-]\s?firma\b/g, 'efirma')
    .replaceAll(identifiers, ' ')
    .replaceAll(dates, ' ');
}

function wordsOf(sentence: string): string[] {
  return (sentence.match(/#?[\p{L}\d]+/gu) ?? []).filter((word) => !/^\d+$/.test(word));
}
