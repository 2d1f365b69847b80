import { expect, test } from 'vitest';
import { nextRung } from '../../src/repairs/next-rung.ts';

test.each([
  ['reload-without-cache', 'clear-site-cache'],
  ['clear-site-cache', 'clear-session-cookies'],
  ['clear-session-cookies', 'clear-site-storage'],
  ['clear-site-storage', 'clear-imss-cookies'],
  ['clear-imss-cookies', undefined],
  ['pause-extensions', undefined],
  ['set-clock', undefined],
] as const)('after %s comes %s', (repair, next) => {
  expect(nextRung(repair)).toBe(next);
});
