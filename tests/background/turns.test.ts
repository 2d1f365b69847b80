import { expect, test } from 'vitest';
import { turns } from '../../src/background/turns.ts';

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test('one thing is done after the other, in the order in which they were asked for', async () => {
  const inTurn = turns();
  const seen: string[] = [];
  const work = (name: string) => async () => {
    seen.push(`${name} begins`);
    await soon();
    seen.push(`${name} ends`);
    return name;
  };
  expect(await Promise.all([inTurn(work('first')), inTurn(work('second'))])).toEqual([
    'first',
    'second',
  ]);
  expect(seen).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});

test('one that fails says so to whoever asked for it, and to nobody after', async () => {
  const inTurn = turns();
  const failing = inTurn(() => Promise.reject(new Error('broken')));
  const next = inTurn(() => Promise.resolve('done'));
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('done');
});
