import { expect, test } from 'vitest';
import { offsetAt } from '../src/clock.ts';

const measuredAt = Date.parse('2026-11-22T12:00:00Z');
const hour = 60 * 60_000;
const reading = { offset: -5 * 365 * 24 * hour, measuredAt };

test.each([
  ['at once', measuredAt],
  ['to the end of its hour', measuredAt + hour],
])('a reading of the portal’s clock is good %s', (_when, now) => {
  expect(offsetAt(now, reading)).toBe(reading.offset);
});

test.each([
  ['is older than an hour', measuredAt + hour + 1],
  ['comes from the future, because this computer’s clock was set back', measuredAt - 1],
  ['was made years ago, because this computer’s clock was set forward', measuredAt + 50_000 * hour],
])('a reading counts no more when it %s', (_why, now) => {
  expect(offsetAt(now, reading)).toBe(0);
});

test('without a reading this computer’s clock counts', () => {
  expect(offsetAt(measuredAt, undefined)).toBe(0);
});
