/** The site that a portal is compared with: when it is asked, how often, and what it gets to know. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { pages } from '../../scripts/person.ts';
import { chooseSafety } from '../../scripts/prepare.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { tellWorker } from '../../scripts/tell-worker.ts';
import type { DiagnosisView } from '../../src/messages.ts';
import { tabIdOf } from './page-api.ts';
import { startStrangers, type Strangers } from './strangers.ts';
import { attemptWhen, settled } from './watched.ts';

const control = 'https://www.gob.mx/robots.txt';

let stage: Stage;
let strangers: Strangers;
let page: Page;

beforeAll(async () => {
  // A server that keeps what it hears.
  strangers = await startStrangers(['www.gob.mx']);
  stage = await setStage({ headless: true, resolverRules: strangers.rules });
  strangers.secure(stage.tls);
  await chooseSafety(stage.browser);
});
afterAll(async () => {
  await stage.close();
  await strangers.stop();
});
beforeEach(async () => {
  page = await stage.browser.context.newPage();
});

async function diagnose(): Promise<DiagnosisView> {
  const tabId = await tabIdOf(stage.browser, page);
  return await tellWorker(stage.browser, 'diagnose', { tabId, depth: 'full' });
}

test('nothing has failed: nobody else is asked', async () => {
  await page.goto(pages.fill);
  await settled(stage.browser, page);
  expect((await diagnose()).signals.ctrl).toBeUndefined();
  expect(strangers.heard).toEqual([]);
});

test('the portal is down: it is asked once in ten seconds, and hears nothing of anybody', async () => {
  stage.replica.faults.down = 503;
  await page.goto(pages.fill);
  await attemptWhen(stage.browser, page, ({ http }) => http === 503);
  expect(strangers.heard, 'a page that fails asks nobody').toEqual([]);

  const start = performance.now();
  for (let times = 0; times < 4; times += 1) expect((await diagnose()).signals.ctrl).toBe('ok');
  const most = 1 + Math.floor((performance.now() - start) / 10_000);
  expect(strangers.heard.length).toBeGreaterThan(0);
  expect(strangers.heard.length).toBeLessThanOrEqual(most);
  for (const { method, url, headers, body } of strangers.heard) {
    expect([method, url, body.length]).toEqual(['GET', control, 0]);
    for (const name of ['cookie', 'referer', 'origin', 'authorization']) {
      expect(headers, name).not.toHaveProperty(name);
    }
    expect(JSON.stringify(headers)).not.toMatch(/imss|extension/);
  }
});
