import { expect, test } from 'vitest';
import { readResults } from '../../scripts/accuracy/results.ts';
import { signals, type FactName, type SignalName } from '../../src/diagnosis/index.ts';
import { sourcesOf } from '../../src/diagnosis/signal-sources.ts';
import { at, healthy } from './checks/healthy.ts';

const names = Object.keys(healthy) as FactName[];
const namesIn = (evidence: object) => Object.keys(evidence) as SignalName[];

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
