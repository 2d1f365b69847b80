import { expect, test } from 'vitest';
import { isTooSoon, loadAfter, type LoginPost } from '../../src/background/login-loop.ts';

const start = Date.parse('2026-11-22T12:00:00Z');

/** Loads of the sign-in page after these many seconds; negative ones send the form. */
function loadsAfter(...seconds: number[]): number | undefined {
  let post: LoginPost | undefined;
  for (const each of seconds) {
    post = loadAfter(post, { at: start + Math.abs(each) * 1000, isPost: each < 0 });
  }
  return post?.loads;
}

test.each([
  ['no form was sent', [1, 2, 3], undefined],
  ['the form was just sent', [-1], 0],
  ['the page came back once', [-1, 2], 1],
  ['it came back twice', [-1, 2, 60], 2],
  ['it came back after a minute', [-1, 2, 62], undefined],
  ['the person sent it again', [-1, 2, -3, 4], 1],
])('when %s', (_what, seconds, loads) => {
  expect(loadsAfter(...seconds)).toBe(loads);
});

test.each([
  ['nothing was taken', undefined, false],
  ['the e.firma was taken just now', 1, true],
  ['it was taken a minute ago', 60, true],
  ['it was taken longer ago', 61, false],
])('back at the sign-in page when %s', (_what, seconds, expected) => {
  const at = seconds === undefined ? undefined : start - seconds * 1000;
  expect(isTooSoon(at, start)).toBe(expected);
});
