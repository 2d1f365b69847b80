import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { approve, nextApproval, openApp } from '../../scripts/person.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { until } from '../../scripts/worker.ts';
import {
  allApprovalsClosed,
  approvals,
  ask,
  askInWindow,
  countEntries,
  inOurWorld,
  letAMinutePass,
  newNonce,
  type Answer,
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
  strangers.serve(
    site,
    `<!doctype html><button>Entrar</button><output></output><script>
      const enter = () => firmaLista.authenticate({ nonce: location.search.slice(1) })
        .then(() => 'signed', ({ code }) => code);
      const atOnce = location.search ? enter() : undefined;
      const show = (text) => { document.querySelector('output').textContent = text; };
      document.querySelector('button').onclick = () => enter().then(show);
    </script>`,
  );
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

const cancelled = {
  name: 'FirmaError',
  code: 'user_cancelled',
  message: say('error_user_cancelled'),
};

/** The tab takes new requests: one is made, approved and answered. */
async function expectItWorks(on: Page): Promise<void> {
  const { window, answer } = await askInWindow(stage.browser, on, { nonce: newNonce() });
  expect(approvals(stage.browser)).toHaveLength(1);
  await approve(window);
  expect(await answer).toHaveProperty('token');
}

describe('the person says no', () => {
  test('by the button: the page may then ask only when it is touched', async () => {
    const refusals = await countEntries(app, 'refuse');
    const { window, answer } = await askInWindow(stage.browser, page, { nonce: newNonce() });
    await window.getByRole('button', { name: say('cancel') }).click();
    expect(await answer).toEqual(cancelled);
    await allApprovalsClosed(stage.browser);
    expect(await countEntries(app, 'refuse')).toBe(refusals + 1);

    await page.goto(`${site}?${newNonce()}`);
    expect(await page.evaluate('atOnce')).toBe('gesture_required');
    await page.bringToFront();
    const again = await nextApproval(stage.browser, () => page.click('button'));
    await approve(again);
    await page.locator('output', { hasText: 'signed' }).waitFor();
  });

  test('by closing the window', async () => {
    const { window, answer } = await askInWindow(stage.browser, page, { nonce: newNonce() });
    await window.close();
    expect(await answer).toEqual(cancelled);
  });
});

describe('the page gives up', () => {
  test('while the person is asked, a second call is told to wait', async () => {
    const { window, answer } = await askInWindow(stage.browser, page, { nonce: newNonce() });
    expect(await page.evaluate('firmaLista.status()')).toMatchObject({ ready: false });
    expect(await ask(page, { nonce: newNonce() })).toMatchObject({ code: 'busy' });
    await approve(window);
    expect(await answer).toHaveProperty('token');
    expect(await page.evaluate('firmaLista.status()')).toMatchObject({ ready: true });
  });

  test('an abort closes the window, and the next call is heard at once', async () => {
    await page.evaluate('window.first = new AbortController()');
    const { answer } = await askInWindow(
      stage.browser,
      page,
      { nonce: newNonce() },
      '{ signal: first.signal }',
    );
    let second: Promise<Answer> = Promise.resolve({});
    const window = await nextApproval(stage.browser, async () => {
      second = page.evaluate(`first.abort(), firmaLista
        .authenticate({ nonce: '${newNonce()}' })
        .catch(({ code }) => ({ code }))`);
    });
    expect(await answer).toMatchObject({ name: 'AbortError' });
    expect(approvals(stage.browser)).toEqual([window]);
    await approve(window);
    expect(await second).toHaveProperty('token');
    expect(await ask(page, {}, '{ signal: first.signal }')).toMatchObject({ name: 'AbortError' });
  });

  test('a call that is given up before it is shown leaves nothing behind', async () => {
    const given = await page.evaluate(`(() => {
      const controller = new AbortController();
      const call = firmaLista.authenticate({ nonce: '${newNonce()}' }, controller);
      controller.abort(new Error('changed my mind'));
      return call.catch(({ message }) => message);
    })()`);
    expect(given).toBe('changed my mind');
    expect(await ask(page, { nonce: newNonce() }, { timeoutMs: 1 })).toMatchObject({
      code: 'timeout',
    });
    // What was given up is on its way out: soon nothing is pending any more.
    await page.waitForFunction('firmaLista.status().then(({ ready }) => ready)');
    await expectItWorks(page);
  });

  test('a call that is given up while its window opens takes the window along', async () => {
    const worker = await stage.browser.worker();
    await worker.evaluate(() => {
      const { create } = chrome.windows;
      const held = { isOpen: false, release: () => {} };
      const released = new Promise<void>((resolve) => (held.release = resolve));
      Object.assign(globalThis, { held });
      chrome.windows.create = (async (options: chrome.windows.CreateData) => {
        chrome.windows.create = create;
        const window = await create(options);
        held.isOpen = true;
        await released;
        return window;
      }) as typeof create;
    });
    await page.evaluate('window.controller = new AbortController()');
    const answer = ask(page, { nonce: newNonce() }, 'controller');
    await until('The window opens', async () =>
      (await worker.evaluate<boolean>('held.isOpen')) ? true : undefined,
    );
    await until('It is there', () => approvals(stage.browser).length === 1 || undefined);
    await page.evaluate('controller.abort()');
    expect(await answer).toMatchObject({ name: 'AbortError' });
    // A new call is heard once the worker knows of the end of the last one.
    expect(await ask(page, {})).toMatchObject({ code: 'invalid_request' });
    await worker.evaluate('held.release()');
    await allApprovalsClosed(stage.browser);
    await expectItWorks(page);
  });

  test.each([
    ['after its own time', { timeoutMs: 60_000 }, 60_000],
    ['after five minutes when it says nothing', {}, 300_000],
    ['after a quarter of an hour at the latest', { timeoutMs: 1e12 }, 900_000],
  ])('%s the call ends and the window closes', async (_when, options, wait) => {
    // The clock of our script in the page, moved by hand; the watcher's short ones go on.
    await inOurWorld(
      stage.browser,
      page,
      `globalThis.timers = [];
      const { setTimeout: later } = window;
      setTimeout = (end, wait) => (wait > 1000 ? timers.push({ end, wait }) : later(end, wait));`,
    );
    const { answer } = await askInWindow(stage.browser, page, { nonce: newNonce() }, options);
    expect(await inOurWorld(stage.browser, page, 'timers.map(({ wait }) => wait)')).toEqual([wait]);
    await inOurWorld(stage.browser, page, 'timers[0].end()');
    expect(await answer).toEqual({
      name: 'FirmaError',
      code: 'timeout',
      message: say('error_timeout'),
    });
    await allApprovalsClosed(stage.browser);
    await expectItWorks(page);
  });
});
