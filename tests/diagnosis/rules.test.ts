import { describe, expect, test } from 'vitest';
import { evidenceLines } from '../../src/diagnosis/evidence-lines.ts';
import { causes, evidenceKeys, type CauseId } from '../../src/diagnosis/index.ts';
import { rank } from '../../src/diagnosis/rank.ts';
import {
  afterLoad,
  beforeJudgement,
  disprovedByFit,
} from '../../src/diagnosis/rules/cause-sets.ts';
import { ruleLayers } from '../../src/diagnosis/rules/index.ts';
import { standingFacts } from '../../src/diagnosis/standing-facts.ts';
import { candidates, mixesOf } from './candidates.ts';

const rules = ruleLayers.flat();

describe('each rule', () => {
  test('has an id of its own and weights that say something', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(rules.filter(({ weights }) => Object.keys(weights).length === 0)).toEqual([]);
    expect(rules.flatMap(({ weights }) => Object.values(weights))).not.toContain(0);
  });

  test.each(rules)(
    '$id is heard by every cause that it names',
    ({ id, signals, when, weights }) => {
      const [evidence] = mixesOf(signals, when);
      const heard = Object.fromEntries(
        rank(evidence!).flatMap((cause) =>
          cause.reasons
            .filter(({ rule }) => rule.id === id)
            .map(({ weight }) => [cause.id, weight] as const),
        ),
      );
      expect(heard).toEqual(weights);
    },
  );

  test.each(rules)('$id alone moves what it names, its own way', ({ signals, when, weights }) => {
    const [evidence] = mixesOf(signals, when);
    const spoken = rules.filter((rule) => rule.when(evidence!));
    const scores = new Map(rank(evidence!).map(({ id, score }) => [id, score]));
    for (const [id, weight] of Object.entries(weights) as [CauseId, number][]) {
      if (spoken.some((rule) => (rule.weights[id] ?? weight) * weight < 0)) continue;
      const { prior } = causes.find((cause) => cause.id === id)!;
      expect(Math.sign(scores.get(id)! - prior), id).toBe(Math.sign(weight));
    }
  });

  test.each([...rules, ...standingFacts])('$id$cause looks at what it declares', (row) => {
    const read = new Set<string | symbol>();
    for (const evidence of [{}, ...mixesOf(row.signals, row.when)]) {
      row.when(
        new Proxy(evidence, { get: (target, name) => (read.add(name), Reflect.get(target, name)) }),
      );
    }
    expect([...read].filter((name) => !(row.signals as unknown[]).includes(name))).toEqual([]);
  });

  test.each(rules)('$id says nothing when nobody looked', ({ when }) => {
    expect(when({})).toBe(false);
  });
});

describe('the table', () => {
  test('speaks for every cause', () => {
    const raised = new Set(
      rules.flatMap(({ weights }) =>
        Object.entries(weights).flatMap(([id, weight]) => (weight > 0 ? [id] : [])),
      ),
    );
    expect(causes.map(({ id }) => id).filter((id) => !raised.has(id))).toEqual([]);
  });

  test('has sets of causes that name each once, and none both before and after the load', () => {
    for (const set of [afterLoad, disprovedByFit, beforeJudgement]) {
      expect(new Set(set).size).toBe(set.length);
    }
    expect(beforeJudgement.filter((id) => afterLoad.includes(id))).toEqual([]);
    expect(disprovedByFit.filter((id) => !afterLoad.includes(id))).toEqual([]);
  });

  test('files that fit here say nothing of how they were given to the portal', () => {
    const elsewhere: CauseId[] = ['cert.swap', 'cert.pem', 'key.plain_or_pem', 'pwd.autofill'];
    expect(disprovedByFit.filter((id) => elsewhere.includes(id))).toEqual([]);
  });

  test('can be told: its keys are exactly those that rules can come to', () => {
    const speaking = rules.filter(({ weights }) => Object.values(weights).some((w) => w > 0));
    const keys = new Set<string>();
    for (const { signals, when } of [...speaking, ...standingFacts]) {
      for (const evidence of mixesOf(signals, when)) {
        for (const { key } of evidenceLines(signals, evidence)) keys.add(key);
      }
    }
    expect([...keys].toSorted()).toEqual(evidenceKeys.toSorted());
  });

  test('gives every value of a closed set a key, never a value', () => {
    const lines = evidenceLines(['cert', 'skew', 'http', 'cookieBytes'], {
      cert: 'expired',
      skew: -3600,
      http: 503,
      cookieBytes: 9000,
    });
    expect(lines).toEqual([
      { key: 'signal_cert_expired' },
      { key: 'signal_skew_behind', values: [60] },
      { key: 'signal_http', values: [503] },
      { key: 'signal_cookieBytes', values: [{ bytes: 9000 }] },
    ]);
  });

  test('counts no parts of a second that another site took', () => {
    expect(evidenceLines(['ctrlMs'], { ctrlMs: 300 })).toEqual([{ key: 'signal_ctrlMs_soon' }]);
    expect(evidenceLines(['ctrlMs'], { ctrlMs: 1_600 })).toEqual([
      { key: 'signal_ctrlMs', values: [2] },
    ]);
  });

  test.each(Object.entries(candidates))('%s alone breaks nothing', (signal, values) => {
    for (const value of values) {
      expect(rank({ [signal]: value })).toHaveLength(causes.length);
    }
  });
});

test.each([
  ['CERT_COMMON_NAME_INVALID', 'tls.name'],
  ['CONNECTION_RESET', 'portal.intermittent'],
])('%s at a portal that has also answered is first %s', (net, cause) => {
  expect(rank({ net, retry: 'ok' })[0]?.id).toBe(cause);
});
