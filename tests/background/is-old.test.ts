import { expect, test } from 'vitest';
import { isOld } from '../../src/background/is-old.ts';

const minute = 60_000;
const now = Date.parse('2026-11-22T12:00:00Z');

test.each([
  [0, false],
  [30 * minute, false],
  [30 * minute + 1, true],
  [-1, true],
])('files that were refused %i milliseconds ago', (ago, expected) => {
  expect(isOld(now - ago, now)).toBe(expected);
});
