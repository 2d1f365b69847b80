import { expect, test } from 'vitest';
import { guides } from '../../src/app/diagnosis/guides/guides.ts';
import { repairs } from '../../src/repairs/index.ts';
import { codeOfFile, filesUnder, readJson } from './tree.ts';

const locale = readJson<Record<string, { message: string }>>('public/_locales/es/messages.json');

test('every guided repair has its steps, and no other', () => {
  const guided = repairs.filter(({ kind }) => kind === 'guided').map(({ id }) => id);
  expect(Object.keys(guides).toSorted()).toEqual(guided.toSorted());
});

test('a step has at most twenty words, and never tells to switch protection off', () => {
  const steps = Object.entries(locale).filter(([key]) => key.startsWith('guide_'));
  const long = steps.filter(([, { message }]) => message.split(/\s+/).length > 20);
  expect(long.map(([key]) => key)).toEqual([]);
  const unsafe = /(?:apaga|desactiva|quita)\w* (?:tu|el) (?:antivirus|firewall)/i;
  expect(steps.filter(([, { message }]) => unsafe.test(message))).toEqual([]);
});

test('pictures are small drawings of lines: no raster, no words, no colour of their own', () => {
  const pictures = filesUnder('src/app/diagnosis/guides/pictures', /\.tsx$/).map(codeOfFile);
  expect(pictures.length).toBeGreaterThan(10);
  expect(pictures.join('').length).toBeLessThan(15_000);
  expect(
    pictures.filter((code) => /<(?:text|image|use)\b|#[\da-f]{3}|fill=|stroke=/.test(code)),
  ).toEqual([]);
});
