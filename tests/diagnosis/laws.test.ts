import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evidenceLines } from '../../src/diagnosis/evidence-lines.ts';
import {
  causes,
  diagnose,
  nextQuestion,
  type CauseId,
  type Evidence,
  type SignalName,
} from '../../src/diagnosis/index.ts';
import { rank, type RankedCause } from '../../src/diagnosis/rank.ts';
import { ruleLayers } from '../../src/diagnosis/rules/index.ts';
import { candidates } from './candidates.ts';
import { someEvidence } from './some-evidence.ts';

const rules = ruleLayers.flat();
const runs = { numRuns: 1000 };

const brief = (ranked: readonly RankedCause[]) =>
  ranked.map(({ id, score, posterior }) => ({ id, score, posterior }));

/** What no gatherer says, and no type keeps from being said. */
const wildValues: Record<string, fc.Arbitrary<unknown>> = {
  string: fc.string(),
  number: fc.oneof(fc.integer(), fc.double(), fc.constantFrom(Number.NaN, Infinity, -Infinity)),
  boolean: fc.boolean(),
};
const wildEvidence = fc
  .subarray(Object.entries(candidates))
  .chain((chosen) =>
    fc.record(
      Object.fromEntries(chosen.map(([name, [value]]) => [name, wildValues[typeof value]!])),
    ),
  )
  .map((mix): Evidence => mix as Evidence);

describe('for any evidence', () => {
  test('the order in which it is seen is of no importance', () => {
    const mixed = someEvidence.chain((evidence) =>
      fc
        .shuffledSubarray(Object.entries(evidence), { minLength: Object.keys(evidence).length })
        .map((entries) => [evidence, Object.fromEntries(entries) as Evidence] as const),
    );
    fc.assert(
      fc.property(mixed, ([one, other]) => {
        expect(brief(rank(other))).toEqual(brief(rank(one)));
      }),
      runs,
    );
  });

  test('every cause has a share, the shares are sorted and make one', () => {
    fc.assert(
      fc.property(someEvidence, (evidence) => {
        const ranked = rank(evidence);
        expect(ranked).toHaveLength(causes.length);
        const shares = ranked.map(({ posterior }) => posterior);
        expect(shares).toEqual(shares.toSorted((one, other) => other - one));
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
        expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
      }),
      runs,
    );
  });

  test('what is new and only speaks for a cause never lowers it', () => {
    const names = Object.keys(candidates) as SignalName[];
    const withOneMore = fc
      .tuple(someEvidence, fc.constantFrom(...names))
      .chain(([evidence, name]) =>
        fc
          .constantFrom(...(candidates[name] as readonly unknown[]))
          .map((value) => [evidence, { ...evidence, [name]: value }] as const),
      );
    let compared = 0;
    fc.assert(
      fc.property(withOneMore, ([before, after]) => {
        const spoke = new Set(rules.filter(({ when }) => when(before)));
        const speak = rules.filter(({ when }) => when(after));
        if ([...spoke].some((rule) => !speak.includes(rule))) return;
        const fresh = speak.filter((rule) => !spoke.has(rule));
        const scores = new Map(rank(before).map(({ id, score }) => [id, score]));
        for (const { id, score } of rank(after)) {
          const weights = fresh.map((rule) => rule.weights[id] ?? 0);
          if (weights.length === 0 || weights.some((weight) => weight < 0)) continue;
          compared += 1;
          expect(score, id).toBeGreaterThanOrEqual(scores.get(id)!);
        }
      }),
      runs,
    );
    expect(compared).toBeGreaterThan(1000);
  });

  test('to rule causes out changes nothing about the others but their shares', () => {
    const ids = causes.map(({ id }) => id);
    fc.assert(
      fc.property(someEvidence, fc.subarray(ids), (evidence, notThese: CauseId[]) => {
        const scores = (ranked: readonly RankedCause[]) =>
          ranked.map(({ id, score }) => `${id} ${score}`);
        const left = rank(evidence).filter(({ id }) => !notThese.includes(id));
        expect(scores(rank(evidence, notThese))).toEqual(scores(left));
      }),
      runs,
    );
  });

  test('nothing breaks, whatever the values are', () => {
    fc.assert(
      fc.property(wildEvidence, (evidence) => {
        const { causes: told } = diagnose(evidence);
        expect(told).toHaveLength(5);
        const ranked = rank(evidence);
        expect(ranked.every(({ posterior }) => posterior >= 0 && posterior <= 1)).toBe(true);
        evidenceLines(Object.keys(evidence) as SignalName[], evidence);
      }),
      runs,
    );
    fc.assert(
      fc.property(wildEvidence, (evidence) => {
        nextQuestion(evidence);
      }),
      { numRuns: 100 },
    );
  });
});
