import { describe, expect, expectTypeOf, test } from 'vitest';
import { readResults } from '../../scripts/accuracy/results.ts';
import {
  signals,
  type Evidence,
  type FactName,
  type Facts,
  type SignalName,
} from '../../src/diagnosis/index.ts';
import type { questions } from '../../src/diagnosis/questions.ts';
import { seenBy, sourcesOf } from '../../src/diagnosis/signal-sources.ts';
import { at, healthy } from './checks/healthy.ts';
import { sights } from './sights.ts';

const names = Object.keys(healthy) as FactName[];
const namesIn = (evidence: object) => Object.keys(evidence) as SignalName[];

/** What is not there, or is not the same word, as soon as these facts are not. */
function addedBy(name: FactName, facts: Facts): [SignalName, unknown][] {
  const { [name]: _, ...rest } = facts;
  const without: Partial<Record<SignalName, unknown>> = signals(rest, at);
  const entries = Object.entries(signals(facts, at)) as [SignalName, unknown][];
  return entries.filter(
    ([signal, value]) =>
      !(signal in without) || (typeof value !== 'number' && without[signal] !== value),
  );
}

/** As the table has it. */
function seenThrough(name: FactName): Record<string, ReadonlySet<unknown>> {
  const table: Partial<Record<SignalName, 'any' | readonly unknown[]>> = seenBy[name];
  const seen: Partial<Record<SignalName, Set<unknown>>> = {};
  for (const [signal, value] of sights[name].flatMap((facts) => addedBy(name, facts))) {
    (seen[signal] ??= new Set()).add(table[signal] === 'any' ? 'any' : value);
  }
  return seen;
}

describe('the table', () => {
  test.each(names)(
    'has of %s every signal and every value that they come to, and no other',
    (name) => {
      const table: Record<string, 'any' | readonly unknown[]> = seenBy[name];
      expect(seenThrough(name)).toEqual(
        Object.fromEntries(
          Object.entries(table).map(([signal, values]) => [signal, new Set([values].flat())]),
        ),
      );
    },
  );

  test('has every value of the vocabulary, but for what only a person can answer', () => {
    type Table = (typeof seenBy)[FactName];
    type Answer = (typeof questions)[number]['answers'][number]['evidence'];
    type Seen<Name, Row = Table> = Row extends { readonly [N in Name & string]: infer Values }
      ? Values extends readonly (infer Value)[]
        ? Value
        : unknown
      : never;
    type Answered<Name, Given = Answer> = Given extends {
      readonly [N in Name & string]: infer Value;
    }
      ? number extends Value
        ? unknown
        : Value
      : never;
    type Unseen = {
      [Name in SignalName]-?: Exclude<NonNullable<Evidence[Name]>, Seen<Name> | Answered<Name>>;
    }[SignalName];
    expectTypeOf<Unseen>().toBeNever();
  });
});

test.each(names)('what %s alone shows, it is said to show', (name) => {
  const shown = namesIn(signals({ [name]: healthy[name] }, at));
  // By this computer's clock, whoever looks.
  const own = shown.filter((signal) => signal !== 'deadlineDay');
  expect(own.filter((signal) => !sourcesOf(signal).includes(name))).toEqual([]);
});

test.each(names)('without %s, what nobody else sees is not there', (name) => {
  const { [name]: _, ...rest } = healthy;
  const shown = namesIn(signals(rest, at));
  expect(
    shown.filter((signal) => sourcesOf(signal).join() === name && signal !== 'deadlineDay'),
  ).toEqual([]);
});

test('somebody is said to see all that a browser ever showed', () => {
  const shown = Object.values(readResults()).flatMap(({ results }) =>
    results.flatMap((result) => result.signals),
  );
  expect(shown.filter((signal) => sourcesOf(signal).length === 0)).toEqual([]);
});
