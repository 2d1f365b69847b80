/** A browser that is killed in the middle of clearing something leaves nothing half-cleared. */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { launchChromium } from '../../scripts/chromium.ts';
import { killBrowser } from '../../scripts/kill-browser.ts';
import { openApp } from '../../scripts/person.ts';
import { dist } from '../../scripts/stage.ts';
import { stopServiceWorker, until } from '../../scripts/worker.ts';
import type { RepairId } from '../../src/diagnosis/index.ts';
import { holdAfterCookies } from './hold-cookies.ts';
import { countEntries, tabIdOf, tellWorker } from './page-api.ts';
import {
  hosts,
  keyOf,
  portalHost,
  readCookies,
  setSites,
  signInPage,
  type KnownCookie,
  type Sites,
} from './site-data.ts';

let folder: string;
let profile: string;
let sites: Sites;
let app: Page;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firma-lista-restart-'));
  profile = join(folder, 'profile');
  sites = await setSites(profile);
  app = await openApp(sites.stage.browser, 'ajustes');
});
afterEach(async () => {
  await sites.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
});

/** As many as a portal may keep on the disk, at each host. */
async function keepOnDisk(page: Page): Promise<void> {
  for (const host of hosts) {
    const lasting = [1, 2, 3, 4, 5, 6].map((n) => `dura${n}=${host}; Path=/; Max-Age=86400`);
    sites.strangers.serve(`https://${host}/dura`, '<!doctype html>', { 'set-cookie': lasting });
    await page.goto(`https://${host}/dura`);
  }
  await page.goto(signInPage);
}

/** The worker stops for ever in the middle of what `repair` removes. */
async function beginAndHold(page: Page, repair: RepairId): Promise<void> {
  const isHeld = await holdAfterCookies(sites.stage.browser, 3);
  const tabId = await tabIdOf(sites.stage.browser, page);
  void tellWorker(app, 'runRepair', { repair, portal: 'buzon-imss', tabId }).catch(() => undefined);
  await isHeld();
}

/** The browser writes its cookies every half minute. */
async function untilCookiesAreWritten(): Promise<void> {
  const writtenAt = async (): Promise<number> => {
    const places = ['Cookies', 'Network/Cookies'].map((file) => join(profile, 'Default', file));
    const times = await Promise.all(places.map((file) => stat(file).catch(() => undefined)));
    return Math.max(...times.map((time) => time?.mtimeMs ?? 0));
  };
  const before = await writtenAt();
  await until(
    'The browser writes its cookies',
    async () => ((await writtenAt()) > before ? true : undefined),
    60_000,
  );
}

async function killAndStart(): Promise<void> {
  const { stage, strangers } = sites;
  await killBrowser(stage.browser.context);
  stage.browser = await launchChromium({
    dist,
    profile,
    headless: true,
    resolverRules: [...strangers.rules, stage.replica.resolverRules].join(', '),
    spkiHash: stage.tls.spkiHash,
  });
  app = await openApp(stage.browser, 'ajustes');
}

const lasting = (all: readonly KnownCookie[]): string[] =>
  all.filter(({ name }) => name.startsWith('dura')).map(keyOf);

test.each([
  ['clear-session-cookies', (host: string) => host === portalHost],
  ['clear-imss-cookies', (host: string) => host.endsWith('.imss.gob.mx')],
] as const)(
  '%s, cut off: the rest goes at the next start, once, and nothing else',
  { timeout: 180_000 },
  async (repair, isTouched) => {
    const page = await sites.stage.browser.context.newPage();
    await keepOnDisk(page);
    const before = lasting(await readCookies(sites));
    expect(before).toHaveLength(6 * hosts.length);
    await beginAndHold(page, repair);
    await untilCookiesAreWritten();
    const held = lasting(await readCookies(sites));
    expect(held).toHaveLength(before.length - 3);

    await killAndStart();
    const untouched = before.filter((key) => !isTouched(key.split(' ')[0] ?? ''));
    await expect.poll(async () => lasting(await readCookies(sites))).toEqual(untouched);
    expect(await countEntries(app, 'repair')).toBe(1);

    const again = await sites.stage.browser.context.newPage();
    await again.goto(`https://${portalHost}/dura`);
    const { context, extensionId } = sites.stage.browser;
    await stopServiceWorker(context, extensionId);
    expect(await countEntries(app, 'repair')).toBe(1);
    expect(lasting(await readCookies(sites))).toHaveLength(
      new Set([...untouched, ...before.filter((key) => key.startsWith(`${portalHost} `))]).size,
    );
  },
);
