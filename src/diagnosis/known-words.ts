import { sentencesOf } from './sentences.ts';
import { textPacks } from './texts/index.ts';

/** The words of every message of a portal that is known, in lower case and without accents. */
export const knownWords: ReadonlySet<string> = new Set(
  textPacks.flatMap(({ rows }) => rows.flatMap(({ text }) => sentencesOf(text).flat())),
);
