/** A browser with extensions of other people in it, and what a person does about them. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Worker } from 'playwright-core';
import { launchChromium, type Launched } from '../../scripts/chromium.ts';
import { grantOptional } from '../../scripts/grants.ts';
import { killBrowser } from '../../scripts/kill-browser.ts';
import {
  nameOfOther,
  writeOtherExtensions,
  type OtherExtensionName,
} from '../../scripts/other-extensions.ts';
import { openApp, pages } from '../../scripts/person.ts';
import { dist, setStage, type Stage } from '../../scripts/stage.ts';
import { startServiceWorker, until } from '../../scripts/worker.ts';
import type { RepairOutcome, RepairPreview, RepairRun } from '../../src/messages.ts';
import type { Pause } from '../../src/storage.ts';
import { tabIdOf, tellWorker, type Told } from './page-api.ts';

/** The portal of every repair in these tests. */
const target = { repair: 'pause-extensions', portal: 'buzon-imss' } as const;

/** What happens while the browser is closed. */
export interface Meanwhile {
  uninstalled?: readonly OtherExtensionName[];
  granted?: boolean;
}

export interface Neighbourhood {
  stage: Stage;
  /** The one that runs now. */
  browser: Launched;
  /** A page of ours, to send messages from. */
  app: Page;
  /** The page of the portal, open all the time. */
  portal: Page;
  idOf(name: OtherExtensionName): Promise<string>;
  isOn(name: OtherExtensionName): Promise<boolean | undefined>;
  /** As on the browser's own page of extensions. */
  switchByHand(name: OtherExtensionName, enabled: boolean): Promise<void>;
  preview(): Promise<RepairPreview>;
  pause(names: readonly OtherExtensionName[], minutes?: RepairRun['minutes']): Promise<Told>;
  journal(): Promise<Pause | undefined>;
  /** Ends the browser, one way or the other, and starts it again on the same profile. */
  restart(how: 'closed' | 'killed', meanwhile?: Meanwhile): Promise<void>;
  close(): Promise<void>;
}

/** `isGranted`: the person gave the permission to see the other extensions. */
export async function setNeighbourhood(
  names: readonly OtherExtensionName[],
  { isGranted = true } = {},
): Promise<Neighbourhood> {
  const directory = await mkdtemp(join(tmpdir(), 'firma-lista-others-'));
  const profile = join(directory, 'profile');
  if (isGranted) await grantOptional(profile, ['management']);
  const all = [...names, 'onlooker'] as const;
  const folders = await writeOtherExtensions(join(directory, 'others'), all);
  const stage = await setStage({
    headless: true,
    profile,
    browser: { extraExtensions: folders },
  });

  const here: Neighbourhood = {
    stage,
    browser: stage.browser,
    ...(await openPages(stage.browser)),
    async idOf(name) {
      const known = await ask((onlooker) => onlooker.evaluate(() => chrome.management.getAll()));
      const found = known.find((other) => other.name === nameOfOther(name));
      if (!found) throw new Error(`${name} is not installed`);
      return found.id;
    },
    async isOn(name) {
      const known = await ask((onlooker) => onlooker.evaluate(() => chrome.management.getAll()));
      return known.find((other) => other.name === nameOfOther(name))?.enabled;
    },
    async switchByHand(name, enabled) {
      const wanted = { id: await here.idOf(name), enabled };
      await ask((onlooker) =>
        onlooker.evaluate(({ id, enabled }) => chrome.management.setEnabled(id, enabled), wanted),
      );
    },
    preview: async () => (await tellWorker(here.app, 'previewRepair', target)).res as RepairPreview,
    async pause(names, minutes = 10) {
      const extensions = await Promise.all(names.map((name) => here.idOf(name)));
      const tabId = await tabIdOf(here.browser, here.portal);
      return await tellWorker(here.app, 'runRepair', { ...target, tabId, extensions, minutes });
    },
    async journal() {
      const worker = await here.browser.worker();
      const kept = await worker.evaluate(() => chrome.storage.local.get('pause'));
      return kept['pause'] as Pause | undefined;
    },
    async restart(how, { uninstalled = [], granted = false } = {}) {
      await (how === 'killed' ? kill(here.browser) : here.browser.close());
      if (granted) await grantOptional(profile, ['management'], folders);
      here.browser = await launchChromium({
        dist,
        profile,
        headless: true,
        resolverRules: stage.replica.resolverRules,
        spkiHash: stage.tls.spkiHash,
        extraExtensions: folders.filter((_, at) => !uninstalled.some((name) => name === all[at])),
      });
      Object.assign(here, await openPages(here.browser));
    },
    async close() {
      await here.browser.close();
      await stage.close();
      await rm(directory, { recursive: true, force: true, maxRetries: 10 });
    },
  };

  /** Its worker sleeps now and then. */
  async function ask<Answer>(question: (onlooker: Worker) => Promise<Answer>): Promise<Answer> {
    const { context, extensionId } = here.browser;
    onlookerId ??= await until('The onlooker runs', () => {
      const other = context.serviceWorkers().find((worker) => !worker.url().includes(extensionId));
      return other && new URL(other.url()).host;
    });
    return await question(await startServiceWorker(context, onlookerId));
  }
  let onlookerId: string | undefined;

  /** Not before the browser has written down what is off: it takes its time. */
  async function kill({ context }: Launched): Promise<void> {
    const off = (await here.journal())?.extensions ?? [];
    await until('The browser has written down what is off', () => areOff(profile, off), 30_000);
    await killBrowser(context);
  }

  return here;
}

async function openPages(browser: Launched): Promise<{ app: Page; portal: Page }> {
  const app = await openApp(browser, 'ajustes');
  const portal = await browser.context.newPage();
  await portal.goto(pages.fill);
  return { app, portal };
}

interface Preferences {
  extensions?: { settings?: Record<string, { disable_reasons?: number[] | number }> };
}

async function areOff(profile: string, off: readonly { id: string }[]): Promise<true | undefined> {
  const texts = await Promise.all(
    ['Preferences', 'Secure Preferences'].map((file) =>
      readFile(join(profile, 'Default', file), 'utf8').catch(() => '{}'),
    ),
  );
  const settings = texts.map((text) => (JSON.parse(text) as Preferences).extensions?.settings);
  const isOff = ({ id }: { id: string }) =>
    settings.some((known) => [known?.[id]?.disable_reasons ?? []].flat().some(Boolean));
  return off.every(isOff) || undefined;
}

export const outcomeOf = ({ res }: Told): RepairOutcome => res as RepairOutcome;
