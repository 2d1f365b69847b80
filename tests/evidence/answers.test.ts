import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import answers from '../../src/evidence/answers.ts';
import { findPortal } from '../../src/portals/index.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const minute = 60_000;
const portal = findPortal('idse')!;

beforeEach(() => void vi.useFakeTimers({ now, toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

/** Loads of the sign-in page, a minute apart: `x` broke off, `o` came whole; the last is now. */
function gathered(loads: string, apart = minute): unknown {
  const all = [...loads].map((load, index) => ({
    at: now - (loads.length - 1 - index) * apart,
    isBroken: load === 'x',
  }));
  return answers.gather({ portal, paused: [], answers: all });
}

test.each([
  ['', { broken: 0, cameBack: false }],
  ['o', { broken: 0, cameBack: false }],
  ['x', { broken: 1, cameBack: false }],
  ['ox', { broken: 1, cameBack: false }],
  ['xo', { broken: 1, cameBack: true }],
  ['xox', { broken: 2, cameBack: true }],
  ['oxxx', { broken: 3, cameBack: false }],
])('loads %s', async (loads, expected) => {
  expect(await gathered(loads)).toEqual(expected);
});

test('what was more than ten minutes ago, or in a time to come, is another story', async () => {
  expect(await gathered('xox', 11 * minute)).toEqual({ broken: 1, cameBack: false });
  const later = { at: now + minute, isBroken: true };
  const found = await answers.gather({ portal, paused: [], answers: [later] });
  expect(found).toEqual({ broken: 0, cameBack: false });
});

test('without a portal nobody knows whose', async () => {
  expect(await answers.gather({ paused: [] })).toEqual({ missing: 'no_portal' });
});
