import { describe, expect, test } from 'vitest';
import { causes } from '../../src/diagnosis/index.ts';
import { rank } from '../../src/diagnosis/rank.ts';
import { scenarios } from './scenarios.ts';

describe('the scenarios', () => {
  test('are 48', () => {
    expect(new Set(scenarios.map(({ id }) => id)).size).toBe(48);
  });

  test.each(scenarios)('$id: $fault', ({ sig, top1 }) => {
    expect(rank(sig)[0]?.id).toBe(top1);
  });
});

describe('the scores', () => {
  test('are the priors when nobody looked, in the order of the list among equals', () => {
    const ranked = rank({});
    expect(ranked).toHaveLength(causes.length);
    expect(ranked.map(({ id }) => id)).toEqual(
      causes.toSorted((one, other) => other.prior - one.prior).map(({ id }) => id),
    );
    expect(ranked.every(({ reasons }) => reasons.length === 0)).toBe(true);
  });

  test('are shares of one', () => {
    for (const { sig } of scenarios) {
      const total = rank(sig).reduce((sum, { posterior }) => sum + posterior, 0);
      expect(total).toBeCloseTo(1, 10);
    }
  });

  test('count at most 60 for and 30 against a cause in one layer', () => {
    const scoreOf = (sig: Parameters<typeof rank>[0], cause: string) =>
      rank(sig).find(({ id }) => id === cause)?.score;
    // +70 of one layer, on a prior of 6.
    expect(scoreOf({ pwd: 'wrong', pwdVariant: 'caps' }, 'pwd.caps')).toBe(66);
    // −25 for the way and, in the layer of the files, −60 and −25.
    expect(scoreOf({ net: 'EMPTY_RESPONSE', cert: 'ok', key: 'ok', pwd: 'ok' }, 'pwd.wrong')).toBe(
      12 - 25 - 30,
    );
  });

  test('leave out what the person has ruled out', () => {
    const { sig } = scenarios[0]!;
    expect(rank(sig, ['cert.expired']).map(({ id }) => id)).not.toContain('cert.expired');
    expect(rank(sig, ['cert.expired'])[0]?.posterior).toBeGreaterThan(0);
  });

  test('take a millisecond of the processor at most', () => {
    for (const { sig } of scenarios) rank(sig);
    const start = process.cpuUsage();
    for (let run = 0; run < 1000; run += 1) rank(scenarios[run % scenarios.length]!.sig);
    const { user, system } = process.cpuUsage(start);
    const microseconds = (user + system) / 1000;
    console.log(`ranking: ${microseconds.toFixed(0)} µs of the processor each`);
    expect(microseconds).toBeLessThan(1000);
  });
});
