import { expect, test } from 'vitest';
import {
  failedSignIn,
  withFailed,
  withoutMended,
  type FailedSignIn,
} from '../../src/diagnosis/index.ts';
import { pageFacts } from './page-facts.ts';

const stale = { id: 'cache.stale', certainty: 'is', repair: 'reload-without-cache' } as const;
const revoked = pageFacts({ texts: [{ text: 'Revocada.', class: 'revoked' }] });

function failed(tabId: number, minute: number, facts = pageFacts()): FailedSignIn {
  const at = `2026-11-22T12:${String(minute).padStart(2, '0')}:00.000Z`;
  return failedSignIn(tabId, { ...facts, at }, stale, at);
}

test('a cause is kept without what speaks for it, and the e.firma by its record alone', () => {
  const evidence = [{ key: 'signal_http', values: [503] }] as never;
  const page = pageFacts({ filledWith: 'uno', texts: [{ text: 'Hola' }] });
  const now = '2026-11-22T12:00:05.000Z';
  expect(failedSignIn(4, page, { ...stale, evidence } as never, now)).toEqual({
    tabId: 4,
    at: page.at,
    failedAt: now,
    cause: stale,
    filledWith: 'uno',
  });
});

test('what is known by now of an attempt takes the place of what was known before', () => {
  const first = failed(1, 0);
  const again = { ...failed(1, 0, revoked), failedAt: '2026-11-22T12:30:00.000Z' };
  const all = withFailed(withFailed([], first), again);
  expect(all).toEqual([{ ...again, failedAt: first.failedAt }]);
  expect(withFailed(all, failed(2, 0))).toHaveLength(2);
});

test('of many, the first stays, and those that came last', () => {
  let all: readonly FailedSignIn[] = [];
  for (let minute = 0; minute < 30; minute += 1) all = withFailed(all, failed(1, minute));
  expect(all).toHaveLength(8);
  expect(all.map(({ at }) => at.slice(14, 16)).join(' ')).toBe('00 23 24 25 26 27 28 29');
});

test('a page that was only slow leaves nothing; one that said no stays, and so do other tabs', () => {
  const [slow, refused, other] = [failed(1, 1), failed(1, 0, revoked), failed(2, 2)];
  expect(withoutMended([slow], 1)).toEqual([]);
  expect(withoutMended([refused, slow, other], 1)).toEqual([refused, other]);
  expect(withoutMended([refused], 1)).toEqual([refused]);
  expect(withoutMended([other], 1)).toEqual([other]);
  expect(withoutMended([failed(1, 0, pageFacts({ widget: 'error' }))], 1)).toHaveLength(1);
});
