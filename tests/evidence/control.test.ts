import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadWith, memoryStorage, unload } from '../in-extension.ts';

let asked = 0;

beforeEach(() => {
  asked = 0;
  vi.useFakeTimers({ now: Date.parse('2026-11-22T12:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
  unload();
});

/** A site that does `answer` so many milliseconds after it is asked. */
async function siteThat(answer: 'answers' | 'fails', after: number) {
  const { askControl } = await loadWith(
    () => import('../../src/evidence/control.ts'),
    memoryStorage(),
  );
  vi.stubGlobal('fetch', () => {
    asked += 1;
    return new Promise((resolve, reject) => {
      setTimeout(answer === 'answers' ? resolve : reject, after);
    });
  });
  return async (later = after) => {
    const said = askControl();
    await vi.advanceTimersByTimeAsync(later);
    return await said;
  };
}

test('a site that answers', async () => {
  const ask = await siteThat('answers', 40);
  expect(await ask()).toEqual({ answer: 'yes', milliseconds: 40 });
});

test('a site that fails', async () => {
  const ask = await siteThat('fails', 40);
  expect(await ask()).toEqual({ answer: 'no', milliseconds: 40 });
});

test.each([
  ['answers', 'yes'],
  ['fails', 'no'],
] as const)(
  'a site that %s after the verdict is late, and known the next time',
  async (does, answer) => {
    const ask = await siteThat(does, 5000);
    expect(await ask(1600)).toEqual({ answer: 'late', milliseconds: 1600 });
    // Asked again before that, it is still the same question.
    expect(await ask(1600)).toEqual({ answer: 'late', milliseconds: 1600 });
    await vi.advanceTimersByTimeAsync(1800);
    expect(await ask(0)).toEqual({ answer, milliseconds: 5000 });
    expect(asked).toBe(1);
  },
);
