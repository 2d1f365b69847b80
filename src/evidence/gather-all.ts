import type { FactName, Facts } from '../diagnosis/index.ts';
import type { Gatherer, Scene } from './gatherer.ts';
import { pause } from './pause.ts';

export type Depth = Gatherer['depth'];

/** Milliseconds: the first sentence within one second, everything within three. */
const limits: Readonly<Record<Depth, number>> = { local: 700, full: 1_900 };

/**
 * Asks all of these that the depth allows, at once. One that fails or takes too long says so in its
 * place, and none breaks another.
 */
export async function gatherAll(
  gatherers: readonly Gatherer[],
  scene: Scene,
  depth: Depth,
): Promise<Facts> {
  const asking = gatherers.filter((gatherer) => depth === 'full' || gatherer.depth === 'local');
  const entries = await Promise.all(
    asking.map(
      async (gatherer) =>
        [
          gatherer.name,
          await Promise.race([
            look(gatherer, scene),
            pause(limits[gatherer.depth], { missing: 'time' } as const),
          ]),
        ] as const,
    ),
  );
  return Object.fromEntries(entries);
}

/** Whatever it throws, and whenever. */
async function look(gatherer: Gatherer, scene: Scene): Promise<NonNullable<Facts[FactName]>> {
  try {
    return await gatherer.gather(scene);
  } catch {
    return { missing: 'failed' };
  }
}
