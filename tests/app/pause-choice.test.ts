import { describe, expect, test } from 'vitest';
import { bySuspicion, firstChoice, suspicionOf } from '../../src/app/diagnosis/pause-choice.ts';
import { verySuspicious, worthShowing } from '../../src/diagnosis/extension-score.ts';
import type { PreviewItem } from '../../src/messages.ts';

const extension = (id: string, score: number, isForced = false): PreviewItem => ({
  kind: 'extension',
  name: id,
  id,
  score,
  ...(isForced && { isForced }),
});

describe('how suspicious an extension is called', () => {
  test.each([
    [undefined, 'none'],
    [0, 'none'],
    [worthShowing - 1, 'none'],
    [worthShowing, 'possible'],
    [verySuspicious - 1, 'possible'],
    [verySuspicious, 'high'],
    [100, 'high'],
  ])('%s: %s', (score, suspicion) => {
    expect(suspicionOf(score)).toBe(suspicion);
  });
});

describe('what is ticked at first', () => {
  test('the very suspicious alone, for ten minutes', () => {
    const items = [extension('notes', 5), extension('dark', 40), extension('coupons', 72)];
    expect(firstChoice(items)).toEqual({ extensions: ['coupons'], minutes: 10 });
  });

  test('the possible ones where none is very suspicious', () => {
    const items = [extension('notes', 5), extension('dark', 40), extension('mail', 31)];
    expect(firstChoice(items).extensions).toEqual(['dark', 'mail']);
  });

  test('one that is nearly as suspicious as the most suspicious, and none further off', () => {
    const items = [extension('notes', 60), extension('coupons', 50), extension('dark', 49)];
    expect(firstChoice(items).extensions).toEqual(['notes', 'coupons']);
  });

  test('never what nobody may pause, and nothing that is harmless', () => {
    const items = [extension('notes', 29), extension('company', 90, true)];
    expect(firstChoice(items).extensions).toEqual([]);
  });
});

test('the most suspicious come first, those that nobody may pause last', () => {
  const items = [extension('company', 90, true), extension('notes', 5), extension('coupons', 72)];
  expect(bySuspicion(items).map(({ id }) => id)).toEqual(['coupons', 'notes', 'company']);
});
