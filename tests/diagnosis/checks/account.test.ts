import { describe, expect, test } from 'vitest';
import recentRegistration from '../../../src/diagnosis/checks/recent-registration.ts';
import repeatedRefusals from '../../../src/diagnosis/checks/repeated-refusals.ts';
import unknownEfirma from '../../../src/diagnosis/checks/unknown-efirma.ts';
import { at, judge, outcomeOf } from './healthy.ts';

describe('unknown-efirma', () => {
  test('the one that got in last is known; an older one leaves a doubt', () => {
    const judgeEntered = (entered: 'with_this' | 'with_older') =>
      judge(unknownEfirma, { account: { entered } });
    expect(judgeEntered('with_this')).toEqual(['pass', 'entered_with_this']);
    expect(judgeEntered('with_older')).toEqual(['warning', 'entered_with_older']);
  });

  test('where nobody entered nothing is held against it', () => {
    expect(outcomeOf(unknownEfirma)).toEqual({ status: 'not_applicable', missing: 'no_entry' });
  });
});

describe('repeated-refusals', () => {
  test.each([
    [{}, ['pass', 'not_turned_down']],
    [{ failed: 1 }, ['pass', 'turned_down']],
    [{ failed: 2, failedThere: 2 }, ['pass', 'turned_down']],
    [{ failed: 3 }, ['warning', 'turned_down']],
    [{ failed: 1, failedThere: 3 }, ['warning', 'turned_down']],
  ])('%j', (account, said) => {
    expect(judge(repeatedRefusals, { account })).toEqual(said);
  });
});

describe('recent-registration', () => {
  const ago = (minutes: number) => new Date(at.getTime() - minutes * 60_000).toISOString();

  test.each([
    [0, ['warning', 'registered_lately']],
    [29, ['warning', 'registered_lately']],
    [30, ['pass', 'registered_on']],
    [60 * 24 * 365, ['pass', 'registered_on']],
    // The clock, or what the person wrote down, is wrong: nothing is made of it.
    [-1, ['pass', 'registered_on']],
  ])('%i minutes ago', (minutes, said) => {
    expect(judge(recentRegistration, { credential: { registeredAt: ago(minutes) } })).toEqual(said);
  });

  test('where the person has not said so, it is not judged', () => {
    expect(outcomeOf(recentRegistration)).toEqual({
      status: 'not_applicable',
      missing: 'no_registration',
    });
  });
});
