import { expect, test } from 'vitest';
import type { Evidence, SignalName } from '../../src/diagnosis/index.ts';
import { rank } from '../../src/diagnosis/rank.ts';
import { scenarios } from './scenarios.ts';

/** One signal of a scenario that nobody could see; of some it is the only one. */
const cases = scenarios.flatMap(({ id, sig, top1 }) =>
  (Object.keys(sig) as SignalName[]).map((withheld) => {
    const left: Evidence = { ...sig };
    Reflect.deleteProperty(left, withheld);
    const place = rank(left).findIndex((cause) => cause.id === top1) + 1;
    return { name: `${id} without ${withheld}: ${top1}`, place };
  }),
);

const shareWithin = (places: number) =>
  cases.filter(({ place }) => place <= places).length / cases.length;
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

test('each signal withheld in turn: the cause stays among the three likeliest', () => {
  const lost = cases.filter(({ place }) => place > 3);
  console.log(
    [
      `one signal withheld, ${cases.length} cases`,
      `the cause comes first in ${percent(shareWithin(1))}, among three in ${percent(shareWithin(3))}`,
      ...lost.map(({ name, place }) => `${name} comes ${place}.`),
    ].join('\n  '),
  );
  expect(cases.length).toBeGreaterThan(150);
  expect(shareWithin(3)).toBeGreaterThanOrEqual(0.9);
  expect(shareWithin(1)).toBeGreaterThanOrEqual(0.8);
});
