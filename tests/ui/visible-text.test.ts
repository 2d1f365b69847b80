import { expect, test } from 'vitest';
import { visibleText } from '../../src/ui/visible-text.ts';

test.each([
  'XIMENA PEÑA NÚÑEZ',
  'HERRAJES & PRUEBAS, S.A. DE C.V.',
  'https://serviciosdigitales.imss.gob.mx',
  'Ciudad de México — «calle 5 de mayo» №3',
  '山田 太郎 😀',
])('«%s» is shown as it is', (text) => {
  expect(visibleText(text)).toBe(text);
});

test.each([
  ['a right-to-left override', '\u{202E}'],
  ['a left-to-right isolate', '\u{2066}'],
  ['an Arabic letter mark', '\u{61C}'],
  ['a zero-width space', '\u{200B}'],
  ['a zero-width joiner', '\u{200D}'],
  ['a byte order mark', '\u{FEFF}'],
  ['a soft hyphen', '\u{AD}'],
  ['a grapheme joiner', '\u{34F}'],
  ['a variation selector', '\u{FE0F}'],
  ['a variation selector of the second block', '\u{E0100}'],
  ['a Mongolian variation selector', '\u{180B}'],
  ['a tag', '\u{E0041}'],
  ['a blank Hangul letter', '\u{3164}'],
  ['a blank Braille pattern', '\u{2800}'],
  ['a no-break space', '\u{A0}'],
  ['an ideographic space', '\u{3000}'],
  ['a line separator', '\u{2028}'],
  ['a line feed', '\n'],
  ['a NUL', '\0'],
  ['private use', '\u{E000}'],
  ['half of a pair', '\u{D83D}'],
])('%s is spelt out', (_what, character) => {
  const code = character.codePointAt(0) ?? 0;
  const spelt = `⟦U+${code.toString(16).toUpperCase().padStart(4, '0')}⟧`;
  expect(visibleText(`AB${character}CD`)).toBe(`AB${spelt}CD`);
});

test('of a text of 100,000 characters only the beginning is shown, and that there is more', () => {
  expect(visibleText('A'.repeat(100_000))).toBe(`${'A'.repeat(400)}…`);
  expect(visibleText('A'.repeat(400))).toBe('A'.repeat(400));
});

test('100,000 invisible characters take no more room than 400 do', () => {
  const shown = visibleText('\u{202E}'.repeat(100_000));
  expect(shown).toBe(`${'⟦U+202E⟧'.repeat(400)}…`);
});

test('what is to be signed is shown whole', () => {
  const long = 'x'.repeat(64 * 1024);
  expect(visibleText(`${long}\u{202E}`, Infinity)).toBe(`${long}⟦U+202E⟧`);
});
