import { pause } from '../evidence/pause.ts';
import { sessionCollection, type Collection } from '../storage.ts';
import { reportBug } from './report-bug.ts';
import { turns } from './turns.ts';

/** A collection of `storage.session` that the service worker alone touches. */
export interface HeldCollection<Value> extends Collection<Value> {
  /**
   * What becomes of a value, at once, so that nothing comes in between; undefined leaves it alone. It
   * is written soon after, together with what follows in a burst: the last moment before a worker
   * that is killed may be lost.
   * @returns what was changed into what, if anything was
   */
  change(
    id: string,
    make: (before: Value | undefined) => Value | undefined,
  ): Promise<{ before: Value | undefined; after: Value } | undefined>;
}

/** Milliseconds that a change may wait for others to be written with. */
const writtenWithin = 50;

/**
 * A collection that is read once in a worker's life: from then on the worker knows. What happens with
 * every page that is loaded costs no reading so.
 */
export function heldCollection<Value>(name: string): HeldCollection<Value> {
  const rests = sessionCollection<Value>(name);
  const unwritten = new Set<string>();
  const inTurn = turns();
  let reading: Promise<Map<string, Value>> | undefined;
  const held = (): Promise<Map<string, Value>> => {
    reading ??= rests.entries().then(
      (entries) => new Map(entries),
      (error: unknown) => {
        reading = undefined;
        throw error;
      },
    );
    return reading;
  };

  async function writeSoon(id: string, values: ReadonlyMap<string, Value>): Promise<void> {
    if (unwritten.has(id)) return;
    unwritten.add(id);
    await pause(writtenWithin, undefined);
    await inTurn(async () => {
      const value = values.get(id);
      if (unwritten.delete(id) && value !== undefined) await rests.set(id, value);
    });
  }

  return {
    get: async (id) => (await held()).get(id),
    // One at a time: what was removed must not come back with a value that was still on its way.
    set: (id, value) =>
      inTurn(async () => {
        const values = await held();
        await rests.set(id, value);
        unwritten.delete(id);
        values.set(id, value);
      }),
    remove: (id) =>
      inTurn(async () => {
        const values = await held();
        unwritten.delete(id);
        values.delete(id);
        await rests.remove(id);
      }),
    entries: async () => [...(await held())],
    async change(id, make) {
      const values = await held();
      const before = values.get(id);
      const after = make(before);
      if (after === undefined) return undefined;
      values.set(id, after);
      void writeSoon(id, values).catch(reportBug);
      return { before, after };
    },
  };
}
