import { knownWords, redact } from '../diagnosis/index.ts';
import { portalWords } from './portal-words.ts';

/** What takes the place of something that is not told. */
export const gap = '***';

/** Codes of errors, as #01001 or 304: of more figures nobody knows what they are. */
const shortNumber = /^#?\d{1,5}$/;

/**
 * The words of a portal, as a help desk may read them: redacted, and then only those that portals use
 * for this, so that no name is among them. `names`: of the person, in case one is a word of those.
 */
export function portalText(text: string, names: ReadonlySet<string>): string {
  const told = redact(text).replaceAll(/#?[\p{L}\p{M}\d]+/gu, (word) =>
    isTold(word, names) ? word : gap,
  );
  return told
    .replaceAll(/[^\p{L}\p{M}\d\s.,;:¿?¡!()«»"#*/-]/gu, ' ')
    .replaceAll(/\*\*\*(?:[\s.,;:*()«»"/-]*\*\*\*)+/g, gap)
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function isTold(word: string, names: ReadonlySet<string>): boolean {
  const plain = plainWord(word);
  if (names.has(plain)) return false;
  return (
    shortNumber.test(word) || plain.length === 1 || knownWords.has(plain) || portalWords.has(plain)
  );
}

/** The words of somebody's name, of which none is told. */
export function wordsOfName(name: unknown): ReadonlySet<string> {
  const words = typeof name === 'string' ? (name.match(/[\p{L}\p{M}]{3,}/gu) ?? []) : [];
  return new Set(words.map(plainWord));
}

function plainWord(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
