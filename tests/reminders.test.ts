import { describe, expect, test } from 'vitest';
import { afterLook, isAnswering, isDue, reminderAt } from '../src/reminders/index.ts';

const minute = 60_000;
const start = Date.UTC(2026, 0, 5, 16);
const watch = reminderAt(start, { portal: 'idse', waitsFor: 'portal' });
const wait = reminderAt(start, { portal: 'idse', waitsFor: 'time', minutes: 30 });

describe('a host is there again', () => {
  const host = 'idse.imss.gob.mx';
  test.each([
    ['it answers', { http: 200 }, true],
    ['it leads to another address of its own', {}, true],
    ['it refuses that address', { http: 403 }, true],
    ['it has no such page', { http: 404 }, true],
    ['it is overloaded', { http: 503 }, false],
    ['it fails', { http: 500 }, false],
    ['it turns us away', { http: 429 }, false],
    ['it breaks off', { net: 'CONNECTION_RESET' }, false],
    ['it is late', { net: 'TIMED_OUT' }, false],
    ['a network leads elsewhere', { redirect: 'offsite' as const }, false],
  ])('%s', (_what, facts, isThere) => {
    expect(isAnswering({ host, milliseconds: 1, ...facts })).toBe(isThere);
  });
});

test('one looks at growing distances, and gives up after some six hours', () => {
  const looks: number[] = [];
  let reminder = watch;
  while (reminder.state === 'waiting') {
    looks.push((reminder.next - start) / minute);
    expect(isDue(reminder, reminder.next - 1)).toBe(false);
    expect(isDue(reminder, reminder.next)).toBe(true);
    reminder = afterLook(reminder, reminder.next, false);
  }
  expect(looks.slice(0, 6)).toEqual([2, 7, 17, 32, 47, 62]);
  expect(looks).toHaveLength(26);
  expect(looks.at(-1)).toBeGreaterThanOrEqual(5.5 * 60);
  expect(reminder.state).toBe('given_up');
});

test('no network is no answer of the portal, and hurries nothing', () => {
  const after = afterLook(watch, watch.next, undefined);
  expect(after).toMatchObject({ state: 'waiting', looks: 0, next: watch.next + 2 * minute });
});

test('it is told once the portal answers, and not asked again', () => {
  const after = afterLook(watch, watch.next, true);
  expect(after.state).toBe('ready');
  expect(isDue(after, watch.next + 60 * minute)).toBe(false);
});

test('a computer that was off all night has not looked: it does not say that nobody answered', () => {
  const morning = start + 15 * 60 * minute;
  expect(afterLook(watch, morning, undefined).state).toBe('waiting');
  expect(afterLook(watch, morning, false)).toMatchObject({ state: 'waiting', looks: 1 });
});

describe('a time', () => {
  test('is over when it is over, whatever the portal does', () => {
    expect(isDue(wait, start + 30 * minute - 1)).toBe(false);
    expect(afterLook(wait, start + 30 * minute, undefined).state).toBe('ready');
  });

  test('begins anew where the clock was ahead: never shorter, never a day', () => {
    const earlier = start - 24 * 60 * minute;
    expect(isDue(wait, earlier)).toBe(true);
    expect(afterLook(wait, earlier, undefined)).toMatchObject({
      state: 'waiting',
      at: earlier,
      next: earlier + 30 * minute,
    });
  });
});
