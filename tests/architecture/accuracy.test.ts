/** The published figures are those of the lists as they are now, and of every cause. */
import { expect, test } from 'vitest';
import { readResults } from '../../scripts/accuracy/results.ts';
import { scenarioCases, scoreAll } from '../../scripts/accuracy/score.ts';
import { causes } from '../../src/diagnosis/index.ts';
import { injectedLists } from '../browser/injected/index.ts';
import { refusalOutcomes } from '../browser/injected/refusal-outcomes.ts';
import { read } from './tree.ts';

const results = readResults();
const faults = Object.values(injectedLists).flat();

/** The ids in the first column of a table of docs/exactitud.md. */
function idsIn(name: string): string[] {
  const [, table = ''] = read('docs/exactitud.md').split(new RegExp(`<!-- /?${name} -->`));
  return [...table.matchAll(/^\| `([\w.]+)`/gm)].map(([, id = '']) => id);
}

test.each(['by-cause', 'sources'])('docs/exactitud.md has every cause in its table %s', (name) => {
  expect(idsIn(name)).toEqual(causes.map(({ id }) => id));
});

test('every injected fault was run, and none that is no more: else, npm run accuracy', () => {
  const wanted = Object.entries(injectedLists).flatMap(([list, each]) =>
    each.flatMap(({ id, cause, twin }) => [
      `${list} ${id} ${cause}`,
      ...(typeof twin === 'string' ? [] : [`${list} ${id} null`]),
    ]),
  );
  const ran = Object.entries(results).flatMap(([list, { results: all }]) =>
    all.map(({ id, cause }) => `${list} ${id} ${cause}`),
  );
  expect(ran.toSorted()).toEqual(wanted.toSorted());
});

test.each(Object.entries(refusalOutcomes))(
  '«%s» is said in a real browser, or it is written why it leads to no one cause',
  (_refusal, outcome) => {
    if ('because' in outcome) expect(outcome.because).not.toBe('');
    else if ('fault' in outcome) expect(faults.map(({ id }) => id)).toContain(outcome.fault);
    else expect(outcome).not.toEqual([]);
  },
);

test('each injected fault has a name of its own', () => {
  const ids = faults.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('of the injected faults at least 95 % are named, and all are among the three', () => {
  const { cases, right, inTop3 } = scoreAll(
    Object.values(results).flatMap(({ results: all }) => all),
  );
  expect(right / cases).toBeGreaterThanOrEqual(0.95);
  expect(inTop3).toBe(cases);
});

test('of the written scenarios all are named', () => {
  expect(scoreAll(scenarioCases())).toMatchObject({ cases: 48, right: 48 });
});
