import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  causes,
  diagnose,
  evidenceKeys,
  questions,
  type Certainty,
  type Question,
} from '../../src/diagnosis/index.ts';
import { scenarios } from './scenarios.ts';

const locale = JSON.parse(
  readFileSync(new URL('../../public/_locales/es/messages.json', import.meta.url), 'utf8'),
) as Record<string, { message: string } | undefined>;
const said = (key: string): string => locale[key]?.message ?? '';
const underscored = (id: string) => id.replaceAll('.', '_');

const rows: readonly Question[] = questions;
const keys = [
  ...causes.flatMap(({ id }) => [
    `diagnosis_${underscored(id)}`,
    `diagnosis_${underscored(id)}_do`,
  ]),
  ...evidenceKeys.map((key) => `evidence_${key}`),
  ...rows.flatMap(({ id, answers }) => [
    `one_question_${id}`,
    ...answers.map((answer) => `one_question_${id}_${answer.id}`),
  ]),
];

const sentencesIn = (text: string) => text.split(/(?<=[.?:;»])\s+/);

describe('words', () => {
  test('every cause, its remedy, its evidence and every question have theirs', () => {
    expect(keys.filter((key) => said(key).trim() === '')).toEqual([]);
  });

  test('sentences have at most twenty words', () => {
    const long = keys
      .flatMap((key) => sentencesIn(said(key)))
      .filter((sentence) => sentence.split(/\s+/).length > 20);
    expect(long).toEqual([]);
  });

  test('no two causes are told in the same words', () => {
    const sentences = causes.map(({ id }) => said(`diagnosis_${underscored(id)}`));
    expect(new Set(sentences).size).toBe(causes.length);
  });

  test('nobody is blamed, and nothing unsafe is advised', () => {
    const blame = /culpa tuya|te equivocaste|cometiste|por tu descuido/i;
    const unsafe =
      /(?:desactiva|apaga|quita)\w* (?:el|tu) antivirus|ignora el aviso|continúa de todos modos|reinstala/i;
    const advice = /(?<!no )ignor[ea]s? el aviso/i;
    const texts = keys.map(said);
    expect(texts.filter((text) => blame.test(text) || unsafe.test(text))).toEqual([]);
    expect(texts.filter((text) => advice.test(text))).toEqual([]);
  });
});

describe('how sure it is', () => {
  const wordings: Record<Certainty, string> = {
    is: 'La causa es',
    likely: 'Lo más probable es',
    unknown: 'Todavía no lo sé; hagamos una prueba',
  };

  test('is said in three ways', () => {
    const known = Object.keys(locale).filter((key) => key.startsWith('certainty_'));
    expect(known.toSorted()).toEqual(
      Object.keys(wordings)
        .map((key) => `certainty_${key}`)
        .toSorted(),
    );
    for (const [certainty, wording] of Object.entries(wordings)) {
      expect(said(`certainty_${certainty}`)).toMatch(new RegExp(`^${wording}`));
    }
  });

  test('is never a figure: neither in any text, nor in what the screens get', () => {
    const figure = /%|por ciento|porcentaje|\bde (?:cada )?(?:10|100|cien|diez)\b|probabilidad/i;
    const texts = Object.entries(locale).map(([key, row]) => `${key}: ${row?.message}`);
    expect(texts.filter((text) => figure.test(text))).toEqual([]);
    const parts = new Set(
      scenarios.flatMap(({ sig }) => diagnose(sig).causes.flatMap((cause) => Object.keys(cause))),
    );
    expect([...parts].toSorted()).toEqual(['certainty', 'evidence', 'id', 'repair']);
  });
});
