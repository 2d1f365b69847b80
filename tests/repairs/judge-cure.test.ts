import { describe, expect, test } from 'vitest';
import type { NamedCause, RepairId } from '../../src/diagnosis/index.ts';
import { judgeCure } from '../../src/repairs/index.ts';

const stale: NamedCause = { id: 'cache.stale', certainty: 'is', repair: 'reload-without-cache' };
const late: NamedCause = { id: 'tls.clock', certainty: 'is', repair: 'set-clock' };

const made = (repair: RepairId) => ({ repair });
const putBack = (repair: RepairId) => ({ repair, isBack: true as const });

describe('a cause that is mended here', () => {
  test.each([
    [[made('reload-without-cache')], { lesson: 'reload-without-cache' }],
    [[made('reload-without-cache'), made('clear-site-cache')], { lesson: 'clear-site-cache' }],
    [[made('clear-site-cache'), made('pause-extensions')], { lesson: 'clear-site-cache' }],
    [[made('pause-extensions')], { isDoubtful: true }],
    [[], {}],
  ])('after %j', (changes, cure) => {
    expect(judgeCure(stale, true, changes)).toEqual(cure);
  });

  test('put back before it went well, it was not what mended it', () => {
    expect(judgeCure(stale, true, [putBack('clear-site-cache')])).toEqual({ isDoubtful: true });
    expect(
      judgeCure(stale, true, [made('clear-site-cache'), putBack('clear-session-cookies')]),
    ).toEqual({ lesson: 'clear-site-cache' });
  });
});

test('what the person does by hand is not among the changes, and that casts no doubt', () => {
  expect(judgeCure(late, false, [made('reload-without-cache')])).toEqual({ lesson: 'set-clock' });
  expect(judgeCure(late, false, [])).toEqual({ lesson: 'set-clock' });
});

test('of a cause that nobody knows only a change that fits it teaches something', () => {
  const unknown: NamedCause = { ...stale, certainty: 'unknown' };
  expect(judgeCure(unknown, true, [])).toEqual({});
  expect(judgeCure(unknown, true, [made('pause-extensions')])).toEqual({ isDoubtful: true });
  expect(judgeCure(unknown, true, [made('clear-site-cache')])).toEqual({
    lesson: 'clear-site-cache',
  });
  expect(judgeCure({ ...late, certainty: 'unknown' }, false, [])).toEqual({});
  expect(judgeCure({ id: 'user.wrong_portal', certainty: 'is' }, false, [])).toEqual({});
});
