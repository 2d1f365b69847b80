import { describe, expect, test } from 'vitest';
import type { NamedCause, RepairId } from '../../src/diagnosis/index.ts';
import { judgeCure } from '../../src/repairs/judge-cure.ts';

const stale: NamedCause = { id: 'cache.stale', certainty: 'is', repair: 'reload-without-cache' };
const late: NamedCause = { id: 'tls.clock', certainty: 'is', repair: 'set-clock' };
const unknown: NamedCause = { ...stale, certainty: 'unknown' };

describe('a cause that is mended here', () => {
  test.each<[RepairId[], object]>([
    [['reload-without-cache'], { lesson: 'reload-without-cache' }],
    [['reload-without-cache', 'clear-site-cache'], { lesson: 'clear-site-cache' }],
    [['clear-site-cache', 'pause-extensions'], { lesson: 'clear-site-cache' }],
    [['pause-extensions'], { isDoubtful: true, lesson: 'pause-extensions' }],
    [[], { lesson: 'reload-without-cache' }],
  ])('after %j', (changes, cure) => {
    expect(judgeCure(stale, true, changes)).toEqual(cure);
  });
});

test('what the person does by hand is not among the changes, and that casts no doubt', () => {
  expect(judgeCure(late, false, ['reload-without-cache'])).toEqual({ lesson: 'set-clock' });
  expect(judgeCure(late, false, [])).toEqual({ lesson: 'set-clock' });
});

test('of a cause that nobody knows nothing is taught but by what was changed', () => {
  expect(judgeCure(unknown, true, [])).toEqual({});
  expect(judgeCure(unknown, true, ['pause-extensions'])).toEqual({
    isDoubtful: true,
    lesson: 'pause-extensions',
  });
  expect(judgeCure({ id: 'user.wrong_portal', certainty: 'is' }, false, [])).toEqual({});
});
