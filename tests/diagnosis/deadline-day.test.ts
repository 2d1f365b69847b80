import { expect, test } from 'vitest';
import { isDeadlineDay } from '../../src/diagnosis/is-deadline-day.ts';

test.each([
  ['a working 17th', '2026-11-17T18:00:00Z', true],
  ['the day before', '2026-11-16T18:00:00Z', false],
  ['the day after a working 17th', '2026-11-18T18:00:00Z', false],
  ['the first of a month', '2026-12-01T18:00:00Z', false],
  ['a 17th that is a Saturday', '2026-10-17T18:00:00Z', true],
  ['the Sunday in between', '2026-10-18T18:00:00Z', true],
  ['the Monday after it', '2026-10-19T18:00:00Z', true],
  ['the Tuesday after that', '2026-10-20T18:00:00Z', false],
  ['a 17th that is a holiday', '2025-03-17T18:00:00Z', true],
  ['the day after a holiday', '2025-03-18T18:00:00Z', true],
  ['the second day after a holiday', '2025-03-19T18:00:00Z', false],
  ['a third Monday that is none', '2026-08-18T18:00:00Z', false],
  ['a weekend with a holiday behind it', '2029-11-20T18:00:00Z', true],
  ['the last minute, in Mexico City', '2026-11-18T05:59:59Z', true],
  ['midnight is past', '2026-11-18T06:00:00Z', false],
  ['the 17th has begun elsewhere only', '2026-11-17T05:59:59Z', false],
])('%s', (_, at, isOne) => {
  expect(isDeadlineDay(new Date(at))).toBe(isOne);
});
