import { expect, test } from 'vitest';
import { causes, checks, evidenceKeys, type Evidence } from '../../src/diagnosis/index.ts';
import type { CauseRow } from '../../src/diagnosis/causes/cause-row.ts';
import { ruleLayers } from '../../src/diagnosis/rules/index.ts';
import { seenBy } from '../../src/diagnosis/signal-sources.ts';
import { standingFacts } from '../../src/diagnosis/standing-facts.ts';
import { mixesOf } from './candidates.ts';
import { added, kept, mergedInto, onlyInform, unsayable } from './catalogue.ts';

const rows: readonly CauseRow[] = causes;
const ids = rows.map(({ id }) => id);
/** Less than this makes a cause a suspect at most, never the likeliest. */
const worthNaming = 12;

/** What raises a cause: rules and facts. */
const raisedBy = (id: string) => [
  ...ruleLayers
    .flat()
    .filter(({ weights }) =>
      Object.entries(weights).some(([cause, weight]) => cause === id && weight >= worthNaming),
    ),
  ...standingFacts.filter(({ cause }) => cause === id),
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
  const told = Object.values(onlyInform);
  expect(told.filter((where) => !/^the (?:check|evidence) /.test(where))).toEqual([]);
  const inChecks = told.flatMap((where) => /^the check ([\w-]+)/.exec(where)?.[1] ?? []);
  expect(inChecks.filter((id) => !checkIds.includes(id))).toEqual([]);
  expect(evidenceKeys).toContain('signal_deadlineDay');
});

test.each(rows)('$id is raised by what can be seen, or is marked as only by asking', (row) => {
  const raising = raisedBy(row.id);
  const seen = raising.filter(({ signals, when }) => [...mixesOf(signals, when)].some(isSeen));
  expect(raising).not.toEqual([]);
  if (row.onlyByAsking) expect(seen).toEqual([]);
  else expect(seen).not.toEqual([]);
});

/** All of it can be looked at: no person has to be asked. */
function isSeen(evidence: Evidence): boolean {
  const tables: Partial<Record<string, 'any' | readonly unknown[]>>[] = Object.values(seenBy);
  return Object.entries(evidence).every(([name, value]) =>
    tables.some(({ [name]: values }) => values === 'any' || values?.includes(value)),
  );
}
