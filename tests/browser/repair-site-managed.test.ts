/** What somebody else decides for the browser is not ours to change: that is said, and nothing stays. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { grantOptional } from '../../scripts/grants.ts';
import { openApp, pages } from '../../scripts/person.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { writeExtension } from '../../scripts/write-extension.ts';
import { tabIdOf, tellWorker, type Told } from './page-api.ts';

const kinds = ['popups', 'cookies', 'javascript'] as const;

let directory: string;
let stage: Stage;
let app: Page;
let page: Page;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'firma-lista-managed-'));
  const profile = join(directory, 'profile');
  const blocking = `for (const kind of ${JSON.stringify(kinds)}) {
    void chrome.contentSettings[kind].set(
      { primaryPattern: 'https://buzon.imss.gob.mx/*', setting: 'block' });
  }`;
  const other = await writeExtension(
    join(directory, 'other'),
    {
      name: 'Todo Cerrado',
      permissions: ['contentSettings'],
      background: { service_worker: 'worker.js' },
    },
    { 'worker.js': blocking },
  );
  await grantOptional(profile, ['contentSettings']);
  stage = await setStage({ headless: true, profile, browser: { extraExtensions: [other] } });
  app = await openApp(stage.browser, 'ajustes');
  page = await stage.browser.context.newPage();
  await page.goto(pages.fill);
});
afterAll(async () => {
  await stage.close();
  await rm(directory, { recursive: true, force: true, maxRetries: 10 });
});

async function stateOf(kind: (typeof kinds)[number]): Promise<unknown> {
  const worker = await stage.browser.worker();
  return await worker.evaluate(
    async ({ kind, primaryUrl }) => ({
      ...(await chrome.storage.local.get('siteRules')),
      ...(await chrome.contentSettings[kind].get({ primaryUrl })),
    }),
    { kind, primaryUrl: pages.fill },
  );
}

async function tell(type: string, repair: string): Promise<Told> {
  const tabId = await tabIdOf(stage.browser, page);
  return await tellWorker(app, type, { repair, portal: 'buzon-imss', tabId });
}

test.each(kinds)(
  '%s that another extension blocks: told, and nothing of ours stays',
  async (kind) => {
    await expect.poll(() => stateOf(kind)).toEqual({ setting: 'block' });
    const { err } = await tell('runRepair', `allow-${kind}`);
    expect(err?.code).toBe('site_setting_managed');
    expect(await stateOf(kind)).toEqual({ setting: 'block' });
    expect((await tellWorker(app, 'listChanges', undefined)).res).toEqual([]);
  },
);
