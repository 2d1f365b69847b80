import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { approve, nextApproval, openApp } from '../../scripts/person.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import {
  allApprovalsClosed,
  approvals,
  ask,
  askInWindow,
  countEntries,
  letAMinutePass,
  newNonce,
  tellWorker,
} from './page-api.ts';
import { startStrangers, type Strangers } from './strangers.ts';

const site = 'https://idse.imss.gob.mx/';
let strangers: Strangers;
let stage: Stage;
let app: Page;
let page: Page;

beforeAll(async () => {
  strangers = await startStrangers(['idse.imss.gob.mx']);
  stage = await setStage({ headless: true, resolverRules: strangers.rules });
  strangers.secure(stage.tls);
  await chooseSafety(stage.browser);
  await keepFiles(stage.browser, stage.pki.credentials.person);
  app = await openApp(stage.browser, 'ajustes');
});

afterAll(async () => {
  await stage.close();
  await strangers.stop();
});

beforeEach(async () => {
  await letAMinutePass(stage.browser);
  page = await stage.browser.context.newPage();
  await page.goto(site);
  return () => closePage(page);
});

test.each<[how: string, leave: () => Promise<unknown>]>([
  ['for another site', () => page.goto('https://buzon.imss.gob.mx/buzonimss/login')],
  ['for another page of the site', () => page.goto(`${site}otra`)],
  ['for itself', () => page.reload()],
  ['for good', () => page.close()],
])(
  'a page that is left %s: the window closes and nothing can be signed any more',
  async (_how, leave) => {
    const { window, answer } = await askInWindow(stage.browser, page, { nonce: newNonce() });
    const id = new URL(window.url()).searchParams.get('request');
    const lost = answer.then(
      () => 'answered',
      (error: Error) => error.message,
    );
    await leave();
    expect(await lost).toMatch(/context was destroyed|closed/);
    await allApprovalsClosed(stage.browser);

    const credentials = await tellWorker(app, 'listCredentials', undefined);
    const [{ id: credentialId }] = credentials.res as [{ id: string }];
    const approval = { id, origin: 'https://idse.imss.gob.mx', credentialId, shareCurp: false };
    expect(await tellWorker(app, 'approveRequest', approval)).toMatchObject({
      err: { code: 'request_gone' },
    });
    expect(await countEntries(app, 'authenticate'), 'no signature').toBe(0);
    expect(await countEntries(app, 'refuse'), 'nobody refused').toBe(0);
  },
);

test('a page that only changes its address is still the page that asked', async () => {
  const { window, answer } = await askInWindow(stage.browser, page, { nonce: newNonce() });
  await page.evaluate(() => history.pushState({}, '', '/otra#aqui'));
  await approve(window);
  expect(await answer).toHaveProperty('token');
});

test('of 200 calls at once one is shown, the others wait their turn, and the page lives', async () => {
  const nonces = JSON.stringify(Array.from({ length: 200 }, () => newNonce()));
  let codes: Promise<string[]> = Promise.resolve([]);
  const window = await nextApproval(stage.browser, async () => {
    codes = page.evaluate(`(() => {
      const calls = ${nonces}.map((nonce) =>
        firmaLista.authenticate({ nonce }).then(() => 'signed', ({ code }) => code));
      window.refused = Promise.all(calls.slice(1));
      return Promise.all(calls);
    })()`);
  });
  expect(await page.evaluate('refused')).toEqual(Array.from({ length: 199 }, () => 'busy'));
  expect(approvals(stage.browser)).toEqual([window]);
  expect(await page.evaluate('firmaLista.status()')).toMatchObject({ ready: false });
  await approve(window);
  expect((await codes)[0]).toBe('signed');
});

test('three windows in a minute, then none until it is over', async () => {
  for (let opened = 0; opened < 3; opened += 1) {
    const { window, answer } = await askInWindow(stage.browser, page, { nonce: newNonce() });
    await window.close();
    expect(await answer).toMatchObject({ code: 'user_cancelled' });
  }
  expect(await ask(page, { nonce: newNonce() })).toMatchObject({ code: 'busy' });
  await letAMinutePass(stage.browser);
  const { window, answer } = await askInWindow(stage.browser, page, { nonce: newNonce() });
  await approve(window);
  expect(await answer).toHaveProperty('token');
});
