import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { causes, repairIds } from '../../src/diagnosis/index.ts';
import {
  adviceOn,
  evidenceText,
  evidenceTexts,
  repairText,
  sentenceOf,
  strengthOf,
} from '../../src/ui/diagnosis-text.ts';

const locale = JSON.parse(readFileSync('public/_locales/es/messages.json', 'utf8')) as Record<
  string,
  { message: string }
>;

beforeAll(() => {
  // As the browser does: an unknown key is an empty text.
  const getMessage = (key: string, values: string[]) =>
    (locale[key]?.message ?? '').replaceAll(
      /\$(\d)/g,
      (_, place: string) => values[+place - 1] ?? '',
    );
  vi.stubGlobal('chrome', { i18n: { getMessage } });
});
afterAll(() => {
  vi.unstubAllGlobals();
});

/** Longer ones are not read. A colon, a full stop, a question mark end a sentence. */
const mostWords = 20;
const sentences = (text: string) => text.split(/(?<=[.:?])\s+/);
const words = (sentence: string) => sentence.split(/\s+/).length;

/** What nobody may ever be told to do. */
const harmful =
  /continúa de todos modos|acepta el riesgo|desactiva (?:tu |el )?(?:antivirus|firewall)|apaga (?:tu |el )?(?:antivirus|firewall)|reinstala|desinstala|formatea/i;

describe.each(causes.map(({ id }) => id))('%s', (id) => {
  test('is told in short sentences, and what to do too', () => {
    for (const text of [sentenceOf(id), adviceOn(id)]) {
      expect(text).toMatch(/^[A-ZÁÉÍÓÚ¿].*\.$/);
      expect(sentences(text).filter((sentence) => words(sentence) > mostWords)).toEqual([]);
      expect(text).not.toMatch(harmful);
    }
  });
});

test('no two causes are told alike', () => {
  const told = causes.map(({ id }) => sentenceOf(id));
  expect(new Set(told).size).toBe(causes.length);
});

test.each(repairIds)('%s says what it does, what it changes and what is lost', (repair) => {
  expect(repairText(repair, 'name')).toMatch(/^[A-Z][a-z]+r\b/);
  expect(repairText(repair, 'what')).toMatch(/\.$/);
  expect(repairText(repair, 'loses')).toMatch(/\.$/);
});

test.each(repairIds)('%s says what to know once it worked, in short sentences', (repair) => {
  const text = repairText(repair, 'after');
  expect(text).toMatch(/^[A-ZÁÉÍÓÚ].*\.$/);
  expect(sentences(text).filter((sentence) => words(sentence) > mostWords)).toEqual([]);
  expect(text).not.toMatch(harmful);
});

test('the three strengths are three', () => {
  expect((['is', 'likely', 'unknown'] as const).map(strengthOf)).toEqual([
    'La causa es:',
    'Lo más probable es:',
    'Todavía no lo sé; hagamos una prueba.',
  ]);
});

describe('what was seen', () => {
  test.each([
    ['signal_http', 503, 'El portal contestó con el error 503.'],
    ['signal_blockedByClient', 1200, 'Archivos del portal que detuvo otra extensión: 1,200.'],
    ['signal_net', 'NAME_NOT_RESOLVED', 'El navegador no pudo abrir la página: NAME_NOT_RESOLVED.'],
    [
      'signal_cookieBytes',
      { bytes: 6963 },
      'El portal guarda muchos datos de sesión en tu navegador: 6.8 KB.',
    ],
    [
      'signal_net',
      { date: '2027-05-18T00:33:00.000Z' },
      'El navegador no pudo abrir la página: 17 de mayo de 2027 a las 18:33.',
    ],
  ])('%s is told with its value', (key, value, text) => {
    expect(evidenceText({ key, values: [value] })).toBe(text);
  });

  test('a text from elsewhere hides nothing, turns nothing around, and ends', () => {
    const hostile = `\u202E${'a'.repeat(5000)}`;
    const told = evidenceText({ key: 'extension_very_suspicious', values: [hostile] });
    expect(told).toContain('⟦U+202E⟧aaa');
    expect(told).not.toContain('\u202E');
    expect(told.length).toBeLessThan(600);
  });

  test('what has no sentence is left out', () => {
    const lines = [{ key: 'signal_nobody' }, { key: 'signal_npie' }];
    expect(evidenceTexts(lines)).toEqual(['El certificado lo emitió el IMSS, no el SAT.']);
  });
});
