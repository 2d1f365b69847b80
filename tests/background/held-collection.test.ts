/** What a worker holds of a collection, and what rests of it for the next one. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { HeldCollection } from '../../src/background/held-collection.ts';
import { loadWith, memoryStorage, unload, type Storage } from '../in-extension.ts';

let storage: ReturnType<typeof memoryStorage>;
/** Writes that the storage has begun and not ended; it ends them when it is told. */
let begun: (() => void)[];
let isSlow: boolean;
let values: HeldCollection<string>;

beforeEach(async () => {
  storage = memoryStorage();
  begun = [];
  isSlow = false;
  const slowly = async (): Promise<void> => {
    if (isSlow) await new Promise<void>((resolve) => void begun.push(resolve));
  };
  const slow: Storage = {
    get: (key) => storage.get(key),
    set: async (items) => {
      await slowly();
      await storage.set(items);
    },
    remove: async (key) => {
      await slowly();
      await storage.remove(key);
    },
  };
  const { heldCollection } = await loadWith(
    () => import('../../src/background/held-collection.ts'),
    slow,
  );
  values = heldCollection('thing');
});
afterEach(unload);

const soon = (milliseconds = 0) => new Promise((resolve) => setTimeout(resolve, milliseconds));
/** Longer than a change waits to be written. */
const written = 80;
const rests = async () => (await storage.get(null))['thing:a'];

/** Lets the storage end what it has begun, as often as there is anything. */
async function endWrites(): Promise<void> {
  for (await soon(); begun.length > 0; await soon()) for (const end of begun.splice(0)) end();
}

test('a value that is removed while it is being set does not come back', async () => {
  isSlow = true;
  const both = Promise.all([values.set('a', 'one'), values.remove('a')]);
  await endWrites();
  await both;
  expect([await values.get('a'), await rests()]).toEqual([undefined, undefined]);
});

test('a value that is set while it is being removed stays', async () => {
  await values.set('a', 'one');
  isSlow = true;
  const both = Promise.all([values.remove('a'), values.set('a', 'two')]);
  await endWrites();
  await both;
  expect([await values.get('a'), await rests()]).toEqual(['two', 'two']);
});

test('of two that are set at once the last one stays, here and at rest', async () => {
  isSlow = true;
  const both = Promise.all([values.set('a', 'one'), values.set('a', 'two')]);
  await endWrites();
  await both;
  expect([await values.get('a'), await rests()]).toEqual(['two', 'two']);
});

test('a change that waits to be written does not come back after a removal', async () => {
  await values.change('a', () => 'one');
  await values.remove('a');
  await soon(written);
  expect([await values.get('a'), await rests()]).toEqual([undefined, undefined]);
});

test('a change that waits to be written does not undo what is set after it', async () => {
  await values.change('a', () => 'one');
  await values.set('a', 'two');
  await soon(written);
  expect([await values.get('a'), await rests()]).toEqual(['two', 'two']);
});

test('changes in a burst are one write, of the last of them', async () => {
  for (const value of ['one', 'two', 'three']) await values.change('a', () => value);
  expect(await rests()).toBeUndefined();
  await soon(written);
  expect([await values.get('a'), await rests()]).toEqual(['three', 'three']);
});

test('a change that is being written does not come back after a removal', async () => {
  isSlow = true;
  await values.change('a', () => 'one');
  await soon(written);
  expect(begun).toHaveLength(1);
  const removed = values.remove('a');
  // The storage ends first what was asked last.
  await soon();
  begun.toReversed().forEach((end) => end());
  begun = [];
  await endWrites();
  await removed;
  expect([await values.get('a'), await rests()]).toEqual([undefined, undefined]);
});
