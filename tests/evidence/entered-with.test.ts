import { expect, test } from 'vitest';
import { enteredWith } from '../../src/evidence/entered-with.ts';
import type { PortalEvent } from '../../src/evidence/gatherer.ts';

const notBefore = new Date('2026-11-17T12:00:00Z');
const [before, since] = ['2025-01-01T00:00:00.000Z', '2026-11-20T00:00:00.000Z'];

const entered = (isChosen: boolean): PortalEvent => ({
  portal: 'idse',
  what: 'entered',
  at: since,
  isChosen,
});
const registered = (at: string, isChosen = true): PortalEvent => ({
  portal: 'idse',
  what: 'registered',
  at,
  isChosen,
});

test.each<[string, PortalEvent[], ReturnType<typeof enteredWith>]>([
  ['nothing', [], undefined],
  ['a sign-in with this one', [entered(true)], 'with_this'],
  ['one with this one among others', [entered(false), entered(true)], 'with_this'],
  ['one with another alone', [entered(false)], 'with_older'],
  ['an account made since it begins', [registered(since)], 'with_this'],
  ['the very moment that it begins', [registered(notBefore.toISOString())], 'with_this'],
  ['an account made before it', [registered(before)], 'with_older'],
  ['the same, beside the e.firma before', [registered(before, false)], 'with_older'],
  ['an old account, and a sign-in since', [registered(before), entered(true)], 'with_this'],
])('%s', (_what, history, expected) => {
  expect(enteredWith(history, notBefore)).toBe(expected);
});
