import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadWith, memoryStorage, unload } from '../in-extension.ts';

const minute = 60_000;
const now = Date.parse('2026-11-22T12:00:00Z');

beforeEach(() => void vi.useFakeTimers({ now, toFake: ['Date'] }));
afterEach(() => {
  vi.useRealTimers();
  unload();
});

/** A worker that has just started; the storage outlives it. */
async function startWorker(storage: ReturnType<typeof memoryStorage>) {
  const alarms: (() => void)[] = [];
  const onAlarm = { addListener: (listener: () => void) => void alarms.push(listener) };
  const files = await loadWith(() => import('../../src/background/refused-files.ts'), storage, {
    alarms: { onAlarm },
  });
  files.forgetOldRefusals(Promise.resolve());
  const done = () => new Promise((resolve) => setTimeout(resolve));
  await done();
  return {
    refuse: () => files.noteRefusal({ cause: 'pwd.wrong' }),
    async ringAlarm() {
      for (const ring of alarms) ring();
      await done();
    },
  };
}

test('files that were refused long ago are forgotten by the next worker, though nobody looks', async () => {
  const storage = memoryStorage();
  await (await startWorker(storage)).refuse();
  vi.setSystemTime(now + 30 * minute);
  await startWorker(storage);
  expect(storage.kept.size).toBe(1);
  vi.setSystemTime(now + 30 * minute + 1);
  await startWorker(storage);
  expect(storage.kept.size).toBe(0);
});

test('and by a worker that lives on, at any alarm', async () => {
  const storage = memoryStorage();
  const { refuse, ringAlarm } = await startWorker(storage);
  await refuse();
  await ringAlarm();
  expect(storage.kept.size).toBe(1);
  vi.setSystemTime(now + 31 * minute);
  await ringAlarm();
  expect(storage.kept.size).toBe(0);
});
