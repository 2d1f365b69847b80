import { expect, test } from 'vitest';
import {
  causes,
  checks,
  evidenceKeys,
  questions,
  type Question,
  type SignalName,
} from '../../src/diagnosis/index.ts';
import type { CauseRow } from '../../src/diagnosis/causes/cause-row.ts';
import { ruleLayers } from '../../src/diagnosis/rules/index.ts';
import { standingFacts } from '../../src/diagnosis/standing-facts.ts';
import { added, kept, mergedInto, onlyInform, unsayable } from './catalogue.ts';

const rows: readonly CauseRow[] = causes;
const ids = rows.map(({ id }) => id);
const asked = new Set<SignalName>(
  questions.flatMap(({ signals }: Question): readonly SignalName[] => signals),
);

/** Less than this makes a cause a suspect at most, never the likeliest. */
const worthNaming = 12;

/** What raises a cause: rules and facts, by the signals that they look at. */
const raisedBy = (id: string): (readonly SignalName[])[] => [
  ...ruleLayers
    .flat()
    .flatMap(({ weights, signals }) =>
      Object.entries(weights).some(([cause, weight]) => cause === id && weight >= worthNaming)
        ? [signals]
        : [],
    ),
  ...standingFacts.flatMap(({ cause, signals }) => (cause === id ? [signals] : [])),
];

test('the catalogue has 117 rows, one of them with two ids', () => {
  const all = [...kept, ...Object.keys({ ...mergedInto, ...onlyInform, ...unsayable })];
  expect(new Set(all).size).toBe(117 + 1);
  expect(all).toHaveLength(117 + 1);
});

test('every row of it is a cause, or it is said why not', () => {
  const known = new Set<string>([...kept, ...Object.keys(added)]);
  expect(kept.filter((id) => !ids.includes(id))).toEqual([]);
  expect(ids.filter((id) => !known.has(id))).toEqual([]);
  expect(Object.values(mergedInto).filter((id) => !ids.includes(id))).toEqual([]);
});

test('what only informs is never the cause, and is told elsewhere', () => {
  const silent = Object.keys({ ...onlyInform, ...unsayable, ...mergedInto });
  expect(ids.filter((id) => silent.includes(id))).toEqual([]);
  const checkIds = checks.map(({ id }): string => id);
  expect(checkIds).toEqual(expect.arrayContaining(['expiring-certificate', 'unsupported-system']));
  expect(evidenceKeys).toContain('signal_deadlineDay');
});

test.each(rows)('$id is raised by what can be seen, or is marked as only by asking', (row) => {
  const seen = raisedBy(row.id).filter((signals) => signals.every((name) => !isAskedOnly(name)));
  const told = raisedBy(row.id).filter((signals) => signals.some(isAskedOnly));
  if (row.onlyByAsking) {
    expect(seen).toEqual([]);
    expect(told).not.toEqual([]);
  } else {
    expect(seen).not.toEqual([]);
  }
});

/** Signals that some gatherer knows too, where a question would repeat it. */
const alsoGathered: readonly SignalName[] = ['registeredMin', 'entered'];

function isAskedOnly(name: SignalName): boolean {
  return asked.has(name) && !alsoGathered.includes(name);
}
