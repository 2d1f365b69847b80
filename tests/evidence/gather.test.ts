import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gatherAll } from '../../src/evidence/gather-all.ts';
import { defineGatherer, type Scene } from '../../src/evidence/gatherer.ts';
import { pause } from '../../src/evidence/pause.ts';
import { session } from '../diagnosis/facts.ts';

const scene: Scene = { paused: [] };

const answering = defineGatherer({
  name: 'session',
  depth: 'local',
  gather: () => Promise.resolve(session),
});
const rejecting = defineGatherer({
  name: 'extensions',
  depth: 'local',
  gather: () => Promise.reject(new Error('no')),
});
const throwing = defineGatherer({
  name: 'page',
  depth: 'local',
  gather() {
    throw new Error('no');
  },
});
const hanging = defineGatherer({
  name: 'clock',
  depth: 'local',
  gather: () => new Promise<never>(() => undefined),
});
const hangingFar = defineGatherer({
  name: 'network',
  depth: 'full',
  gather: () => new Promise<never>(() => undefined),
});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test.each([
  ['rejects', rejecting],
  ['throws at once', throwing],
])('one that %s says so in its place, and breaks no other', async (_, failing) => {
  const looking = gatherAll([failing, answering], scene, 'local');
  await vi.runAllTimersAsync();
  expect(await looking).toEqual({ session, [failing.name]: { missing: 'failed' } });
});

test.each([
  ['local', hanging, 700],
  ['full', hangingFar, 1_900],
] as const)('of depth %s, one that hangs is waited for so long and no longer', async (...row) => {
  const [depth, late, limit] = row;
  const looking = gatherAll([late, answering], scene, depth);
  const waiting = Promise.race([looking, pause(limit - 1, 'waiting')]);
  await vi.advanceTimersByTimeAsync(limit - 1);
  expect(await waiting).toBe('waiting');
  await vi.advanceTimersByTimeAsync(1);
  expect(await looking).toEqual({ session, [late.name]: { missing: 'time' } });
});

test('what needs the network is not asked for the first sentence', async () => {
  expect(await gatherAll([hangingFar], scene, 'local')).toEqual({});
});
