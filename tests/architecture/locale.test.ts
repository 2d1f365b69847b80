import { expect, test } from 'vitest';
import { verdictSentences } from '../../src/certificate/index.ts';
import { filesUnder, mentions, read, readJson, sources } from './tree.ts';

const path = 'public/_locales/es/messages.json';
const locale = readJson<Record<string, { message: string }>>(path);
const keys = Object.keys(locale);
/** The page of help is made of them, too. */
const code = [...sources, 'scripts/help/help-page.ts'].map(read).join('\n');

const quoted = new Set([...code.matchAll(/['"`](\w+)['"`]/g)].map(([, key]) => key));
const errorCodes = [
  ...new Set(
    [...read('src/errors.ts').matchAll(/[|[=\n] *'([a-z_\d]+)'/g)].map(([, name = '']) => name),
  ),
];
const causeKeys = verdictSentences.map(({ cause, detail }) =>
  ['cause', cause.replaceAll('.', '_'), ...(detail ? [detail] : [])].join('_'),
);

/** Templates such as `error_${code}`, as patterns of the keys that they make. */
const derived = [...code.matchAll(/`([a-z]\w{2,}(?:\$\{[^`{}]*\}\w*)+)`/g)].map(
  ([, template = '']) => new RegExp(`^${template.replaceAll(/\$\{[^{}]*\}/g, '.+')}$`),
);

test('Spanish is the only language: Chromium would prefer any other it finds', () => {
  expect(filesUnder('public/_locales')).toEqual([path]);
});

test('keys have only the characters that Chromium accepts', () => {
  expect(keys.filter((key) => !/^[A-Za-z0-9_]+$/.test(key))).toEqual([]);
});

test('every error code has its sentence, and every sentence of an error its code', () => {
  const wanted = errorCodes.map((name) => `error_${name}`);
  expect(errorCodes.length).toBeGreaterThan(20);
  expect(wanted.filter((key) => !locale[key])).toEqual([]);
  expect(keys.filter((key) => key.startsWith('error_') && !wanted.includes(key))).toEqual([]);
});

test('every verdict has its sentence, and every sentence of a cause its verdict', () => {
  const shared = verdictSentences.map(({ cause }) => `cause_${cause.replaceAll('.', '_')}`);
  const known = new Set([...causeKeys, ...shared, ...quoted]);
  expect(causeKeys.filter((key) => !locale[key])).toEqual([]);
  expect(keys.filter((key) => key.startsWith('cause_') && !known.has(key))).toEqual([]);
});

test('every verdict has a sentence of its own', () => {
  const sentences = causeKeys.map((key) => locale[key]?.message);
  const same = causeKeys.filter((_, index) => sentences.indexOf(sentences[index]) !== index);
  expect(same).toEqual([]);
});

test('every text is used', () => {
  const manifest = read('manifest.json');
  const unused = keys.filter(
    (key) =>
      !quoted.has(key) &&
      !manifest.includes(`__MSG_${key}__`) &&
      !derived.some((pattern) => pattern.test(key)),
  );
  expect(unused).toEqual([]);
});

test('texts say tú and clave privada; none is empty', () => {
  const wrong = /\bllaves?\b|\busted(?:es)?\b/i;
  const texts = keys.map((key) => `${key}: ${locale[key]?.message ?? ''}`);
  expect(texts.filter((text) => wrong.test(text) || /: \s*$/.test(text))).toEqual([]);
});

test('what a person reads is in the locale, not in the code', () => {
  const screens = sources.filter((file) => file.endsWith('.tsx'));
  const words = />\s*[A-Za-zÁÉÍÓÚÑáéíóúñ¿¡][^<>{}=;()]*[a-záéíóúñ]{3}[^<>{}=;()]*<\//;
  const found = mentions(screens, words).filter((text) => !text.endsWith('>Lista</'));
  expect(found).toEqual([]);
});
