import { mkdtemp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { noFaults, type Replica } from '../../../replica/index.ts';
import { readHolder, type Holder, type Pki } from '../../../tests/pki/index.ts';
import { launchChromium, type Launched, type LaunchOptions } from '../../chromium.ts';
import {
  fillFromPopup,
  firstRun,
  keep,
  pressValidate,
  resultOf,
  type Files,
} from '../../person.ts';
import { dist, type Stage } from '../../stage.ts';

type BrowserOptions = Partial<
  Pick<LaunchOptions, 'blocksWindows' | 'extraArgs' | 'extraExtensions' | 'resolverRules'>
>;

/** Where one fault happens: a profile of its own, the replica and the hierarchy of the stage. */
export interface Scene {
  /** Temporary; goes with the stage. */
  readonly directory: string;
  readonly profile: string;
  readonly pki: Pki;
  readonly replica: Replica;
  /** The e.firma that works. */
  readonly files: Files;
  /** Whose it is. */
  readonly holder: Holder;
  /** The browser that runs now. */
  readonly browser: Launched;
  /** Closes the browser that runs, if one does, and starts one on the same profile. */
  launch(options?: BrowserOptions): Promise<Launched>;
  /** Ends the browser and the faults of the replica. */
  close(): Promise<void>;
}

export async function openScene(
  stage: Pick<Stage, 'directory' | 'pki' | 'replica' | 'tls'>,
  files: Files,
): Promise<Scene> {
  const directory = await mkdtemp(join(stage.directory, 'scene-'));
  const profile = join(directory, 'profile');
  const { pki, replica, tls } = stage;
  const holder = readHolder(await readFile(files.cerPath));
  let running: Launched | undefined;
  async function end(): Promise<void> {
    const ending = running;
    running = undefined;
    await ending?.close();
  }
  return {
    directory,
    profile,
    pki,
    replica,
    files,
    holder,
    get browser() {
      if (!running) throw new Error('No browser runs in this scene.');
      return running;
    },
    async launch(options = {}) {
      await end();
      running = await launchChromium({
        dist,
        headless: true,
        profile,
        resolverRules: replica.resolverRules,
        spkiHash: tls.spkiHash,
        ...options,
      });
      return running;
    },
    async close() {
      Object.assign(replica.faults, noFaults());
      await end();
    },
  };
}

/** The first screen, and an e.firma that is kept. @throws Error when it was not kept */
export async function settleIn({ browser }: Scene, files: Files): Promise<void> {
  await firstRun(browser);
  const { kind, cause } = await keep(browser, files);
  if (kind !== 'saved') throw new Error(`La e.firma no se guardó: ${cause ?? kind}`);
}

/** Signs in to Buzón in a page. @returns what the page says in the end */
export async function signIn({ browser, files }: Scene, page: Page): Promise<string> {
  const popup = await fillFromPopup(browser, page, files.password);
  await popup.close();
  await pressValidate(page);
  return await resultOf(page);
}

/** Whether Buzón let the holder in since its log had so many events. */
export function isIn({ replica, holder }: Scene, since: number): boolean {
  return replica.log
    .slice(since)
    .some(
      (event) => event.kind === 'signed-in' && event.via === 'fill' && event.rfc === holder.rfc,
    );
}
