import { expect, test } from 'vitest';
import { checks } from '../../../src/diagnosis/index.ts';
import { judge, outcomeOf } from './healthy.ts';

test('on a healthy computer nothing warns, and nothing is to be repaired', () => {
  const alarms = checks.filter((check) => /warning|fail/.test(judge(check)[0] ?? ''));
  expect(alarms.map(({ id }) => id)).toEqual([]);
  expect(checks.filter((check) => outcomeOf(check).repair).map(({ id }) => id)).toEqual([]);
});

test('no check tells more than two lines', () => {
  const broken = {
    browser: { features: { sign: false, files: false } },
    page: { loginLoop: true, http: 500, texts: [{ text: 'x', class: 'session_invalid' as const }] },
    session: { portalTabs: 3, cookieBytes: 9000 },
  };
  for (const check of checks) {
    expect(outcomeOf(check, broken).evidence?.length ?? 0, check.id).toBeLessThanOrEqual(2);
  }
});
