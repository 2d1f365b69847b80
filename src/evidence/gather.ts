import type { FactName, Facts } from '../diagnosis/index.ts';
import account from './account.ts';
import answers from './answers.ts';
import asked from './asked.ts';
import browser from './browser.ts';
import clock from './clock.ts';
import credential from './credential.ts';
import document from './document.ts';
import extensions from './extensions.ts';
import files from './files.ts';
import type { Gatherer, Scene } from './gatherer.ts';
import network from './network.ts';
import page from './page.ts';
import { pause } from './pause.ts';
import place from './place.ts';
import revocation from './revocation.ts';
import session from './session.ts';
import settings from './settings.ts';
import siteSettings from './site-settings.ts';

/** Every gatherer; none waits for another. */
const gatherers: readonly Gatherer[] = [
  account,
  answers,
  asked,
  browser,
  clock,
  credential,
  document,
  extensions,
  files,
  network,
  page,
  place,
  revocation,
  session,
  settings,
  siteSettings,
];

/** Milliseconds: the first sentence within one second, everything within three. */
const limits = { local: 700, full: 1_900 } as const;

/**
 * Looks at everything that the depth allows, all at once. One that fails or takes too long says so
 * in its place, and none breaks another.
 */
export async function gather(scene: Scene, depth: 'local' | 'full'): Promise<Facts> {
  const asking = gatherers.filter((gatherer) => depth === 'full' || gatherer.depth === 'local');
  const entries = await Promise.all(
    asking.map(async (gatherer) => [gatherer.name, await gatherWithin(gatherer, scene)] as const),
  );
  return Object.fromEntries(entries);
}

async function gatherWithin(
  gatherer: Gatherer,
  scene: Scene,
): Promise<NonNullable<Facts[FactName]>> {
  const looking = gatherer.gather(scene).catch(() => ({ missing: 'failed' }) as const);
  return await Promise.race([looking, pause(limits[gatherer.depth], { missing: 'time' } as const)]);
}
