import type { CauseId } from './causes/index.ts';
import type { TextClass } from './evidence.ts';
import { sentencesOf, type Words } from './sentences.ts';
import { textPacks, type TextRow } from './texts/index.ts';

export interface RecognisedText {
  class: TextClass;
  cause?: CauseId;
}

interface KnownText {
  portals: readonly string[];
  sentences: readonly Words[];
  row: TextRow;
}

const knownTexts: readonly KnownText[] = textPacks.flatMap(({ portals, rows }) =>
  rows.map((row) => ({ portals, sentences: sentencesOf(row.text), row })),
);

/** A message is about what it says: of a long text, one sentence in passing means nothing. */
const leastShare = 1 / 8;

/**
 * What a portal's visible message comes to, or undefined for anything else: a message that is not
 * known, a text that only mentions one, a portal that never says it. Whole sentences are compared;
 * where several are known, the longest counts, but for those that yield.
 * @param portalId undefined when nobody knows which portal it was: then it may be any
 */
export function recogniseText(
  portalId: string | undefined,
  text: string,
): RecognisedText | undefined {
  const said = sentencesOf(text);
  const length = lengthOf(said);
  const best = knownTexts
    .filter(({ portals }) => portalId === undefined || portals.includes(portalId))
    .filter(({ sentences }) => lengthOf(sentences) >= length * leastShare)
    .filter((known) => isSaid(known, said))
    .toSorted((one, other) => weightOf(other) - weightOf(one))[0];
  if (!best) return undefined;
  const { class: textClass, cause } = best.row;
  return { class: textClass, ...(cause && { cause }) };
}

/** One that only says that something failed weighs less than any other. */
const weightOf = ({ sentences, row }: KnownText) => (row.yields ? 0 : lengthOf(sentences));

const lengthOf = (sentences: readonly Words[]) =>
  sentences.reduce((sum, words) => sum + words.length, 0);

/** Its sentences follow each other somewhere in what was said, each of them whole. */
function isSaid({ sentences, row }: KnownText, said: readonly Words[]): boolean {
  const last = sentences.length - 1;
  return said.some((_, start) =>
    sentences.every((words, index) => {
      const heard = said[start + index] ?? [];
      const mayGoOn = row.isOpen === true && index === last;
      return (
        (mayGoOn ? heard.length >= words.length : heard.length === words.length) &&
        words.every((word, place) => heard[place] === word)
      );
    }),
  );
}
