import { describe, expect, test } from 'vitest';
import { findByWords } from '../src/find-by-words.ts';
import { helpPartsOf, keysOf, terms, topics, wordsOfTopic } from '../src/help/index.ts';
import { causes } from '../src/diagnosis/index.ts';
import { procedures } from '../src/procedures/index.ts';
import { say } from '../scripts/say.ts';

const idsFor = (typed: string): string[] =>
  findByWords(typed, topics, (topic) => wordsOfTopic(topic, say)).map(({ id }) => id);

test('every cause, every procedure and every word is a topic, once', () => {
  const ids = [...causes.map(({ id }) => id), ...procedures.map(({ id }) => id), ...terms];
  expect(topics.map(({ id }) => id)).toEqual(ids);
});

test.each(topics)('$kind $id has all its words', (topic) => {
  const { name, text } = keysOf(topic);
  expect([say(name), say(text)].every((words) => words.length > 2)).toBe(true);
  expect(wordsOfTopic(topic, say).every((words) => words !== '')).toBe(true);
});

describe('the parts', () => {
  test('hold every topic once', () => {
    const held = helpPartsOf(topics).flatMap(({ groups }) =>
      groups.flatMap((group) => group.topics.map(({ id }) => id)),
    );
    expect(held.toSorted()).toEqual(topics.map(({ id }) => id).toSorted());
  });

  test('are only those of what was found', () => {
    const found = topics.filter(({ id }) => id === 'proxy');
    expect(helpPartsOf(found).map(({ heading }) => heading)).toEqual(['help_kind_term']);
    expect(helpPartsOf([])).toEqual([]);
  });
});

const searches: [typed: string, id: string][] = [
  ['mi firma ya venció', 'cert.expired'],
  ['CIEC', 'sat_password'],
  ['que es el proxy', 'proxy'],
  ['olvidé mi contraseña', 'key_password'],
  ['semanas cotizadas', 'semanas-cotizadas'],
  ['mantenimiento', 'portal.maintenance'],
  ['cookies', 'cookies'],
  ['la hora de mi computadora', 'tls.clock'],
  ['revocada', 'cert.revoked'],
  ['sello digital', 'cert.is_csd'],
];

test.each(searches)('«%s» finds %s', (typed, id) => {
  expect(idsFor(typed)).toContain(id);
});

test('what nobody knows is not found', () => {
  expect(idsFor('xilófono')).toEqual([]);
});
