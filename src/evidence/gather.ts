import type { Facts } from '../diagnosis/index.ts';
import account from './account.ts';
import answers from './answers.ts';
import asked from './asked.ts';
import browser from './browser.ts';
import clock from './clock.ts';
import credential from './credential.ts';
import document from './document.ts';
import extensions from './extensions.ts';
import files from './files.ts';
import { gatherAll, type Depth } from './gather-all.ts';
import type { Gatherer, Scene } from './gatherer.ts';
import network from './network.ts';
import page from './page.ts';
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

/** Looks at everything that the depth allows, all at once. */
export async function gather(scene: Scene, depth: Depth): Promise<Facts> {
  return await gatherAll(gatherers, scene, depth);
}
