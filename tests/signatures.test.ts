import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { say } from '../scripts/say.ts';
import type { MessageKey } from '../src/i18n.ts';
import { procedures } from '../src/procedures/index.ts';
import {
  holders,
  notNeeded,
  purposes,
  sources,
  states,
  ways,
  wayTo,
} from '../src/signatures/index.ts';
import { underscored } from '../src/ui/underscored.ts';

/** What the locale says; keys are made of ids, which the compiler does not see here. */
const words = (...parts: (string | number)[]): string =>
  say(`signature_${parts.map(String).map(underscored).join('_')}` as MessageKey);

const cited = [
  ...purposes.flatMap((purpose) => purpose.sources),
  ...ways.flatMap((way) => way.sources),
  ...notNeeded.map(({ source }) => source),
];

describe('how one comes by an e.firma', () => {
  test.each([
    ['never', 'person', 'efirma-nueva'],
    ['in-force', 'person', undefined],
    ['ending', 'person', 'renovar-efirma'],
    ['expired-year', 'person', 'renovar-efirma-vencida'],
    ['expired-more', 'person', 'efirma-nueva'],
    ['lost', 'person', 'efirma-nueva'],
    ['never', 'company', 'efirma-empresa'],
    ['in-force', 'company', undefined],
    ['ending', 'company', 'renovar-efirma'],
    // SAT ID is for persons only.
    ['expired-year', 'company', 'efirma-empresa'],
    ['expired-more', 'company', 'efirma-empresa'],
    ['lost', 'company', 'efirma-empresa'],
  ] as const)('%s, of a %s: %s', (state, holder, way) => {
    expect(wayTo(state, holder)).toBe(way);
  });

  test('every way is one that somebody is sent on', () => {
    const sent = holders.flatMap((holder) => states.map((state) => wayTo(state, holder)));
    const unused = ways.map(({ procedure }) => procedure).filter((id) => !sent.includes(id));
    expect(unused).toEqual(['certificado-idse']);
  });
});

test.each(ways)('$procedure: what to bring, where, each step and how long', (way) => {
  const procedure = procedures.find(({ id }) => id === way.procedure);
  expect(procedure?.have.length).toBeGreaterThan(0);
  for (let step = 1; step <= way.steps; step += 1) {
    expect(words('way', way.procedure, step).length).toBeGreaterThan(20);
  }
  expect(() => words('way', way.procedure, way.steps + 1)).toThrow();
  expect(words('way', way.procedure, 'takes').length).toBeGreaterThan(10);
});

test.each(purposes)('$id: what serves, and every way around it', ({ id, serve, others }) => {
  expect(words('purpose', id)).not.toBe('');
  for (const kind of serve) {
    expect(words('kind', kind)).not.toBe('');
    expect(words('kind', kind, 'text')).not.toBe('');
  }
  for (const other of others) expect(words('other', other)).not.toBe('');
});

test('every source is cited, and every one that is cited is there', () => {
  expect(new Set(cited)).toEqual(new Set(sources));
});

test('every source has its row, with its address, among the documents', () => {
  const rows = [...readFileSync('docs/fuentes.md', 'utf8').matchAll(/^\| `([\w-]+)`.*<http/gm)];
  expect(rows.map(([, id]) => id)).toEqual([...sources]);
  for (const id of sources) expect(words('source', id)).not.toBe('');
});

test('what nobody needs has a sentence and a source each', () => {
  expect(notNeeded.map(({ id }) => id)).toEqual([
    'java',
    'explorer',
    'install',
    'reader',
    'paying',
  ]);
  for (const { id } of notNeeded) expect(words('not', id)).not.toBe('');
});
