import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { approvals, tabIdOf } from './page-api.ts';
import { startStrangers, type Strangers } from './strangers.ts';

const portal = 'https://idse.imss.gob.mx/';
let strangers: Strangers;
let stage: Stage;
let page: Page;

beforeAll(async () => {
  strangers = await startStrangers([
    'idse.imss.gob.mx',
    'idse.imss.gob.mx.',
    'idse.imss.gob.mx:8443',
    'idse.imss.gob.mx.evil.test',
    'evil-imss.gob.mx',
    'old.imss.gob.mx',
    // «іdse» with the letter і of other alphabets
    'xn--dse-ihd.imss.gob.mx',
    'imss.gob.mx',
    'evil.test',
  ]);
  stage = await setStage({ headless: true, resolverRules: strangers.rules });
  strangers.secure(stage.tls);
  await chooseSafety(stage.browser);
  await keepFiles(stage.browser, stage.pki.credentials.person);
  page = await stage.browser.context.newPage();
});

afterAll(async () => {
  await stage.close();
  await strangers.stop();
});

/** What of us a page could see, and whether any script of ours runs in it. */
async function traceIn(at: Page): Promise<{ api: boolean; announced: boolean; worlds: string[] }> {
  const { context, extensionId } = stage.browser;
  const session = await context.newCDPSession(at);
  const worlds: string[] = [];
  session.on('Runtime.executionContextCreated', ({ context: { origin, name } }) => {
    if (origin === `chrome-extension://${extensionId}`) worlds.push(name);
  });
  await session.send('Runtime.enable');
  await session.detach();
  const seen = await at.evaluate(() => {
    let announced = false;
    window.addEventListener('firma-lista:announce-provider', () => (announced = true));
    window.dispatchEvent(new Event('firma-lista:request-provider'));
    return { api: 'firmaLista' in window, announced };
  });
  return { ...seen, worlds };
}

const nothing = { api: false, announced: false, worlds: [] };

/** Lets every frame that the browser gives us call as our own script would, and collects answers. */
async function forceCalls(at: Page): Promise<{ url: string; code: string | undefined }[]> {
  const tabId = await tabIdOf(stage.browser, at);
  const worker = await stage.browser.worker();
  return await worker.evaluate(async (tabId) => {
    const call = async (): Promise<{ url: string; code: string | undefined }> => {
      const { failure } = await chrome.runtime.sendMessage<object, { failure?: { code: string } }>({
        firmaLista: 1,
        kind: 'call',
        id: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff',
        method: 'authenticate',
        params: {},
        activated: true,
      });
      return { url: location.href, code: failure?.code };
    };
    const target = { tabId, allFrames: true };
    const results = await chrome.scripting.executeScript({ target, func: call });
    return results.flatMap(({ result }) => (result ? [result] : []));
  }, tabId);
}

test('the listed origin has it', async () => {
  await page.goto(portal);
  expect(await traceIn(page)).toEqual({ api: true, announced: true, worlds: ['Firma Lista'] });
});

test.each([
  ['another site', 'https://evil.test/'],
  ['a site that begins like the portal', 'https://idse.imss.gob.mx.evil.test/'],
  ['a site that ends like the portal', 'https://evil-imss.gob.mx/'],
  ['a site with the portal as user name', 'https://idse.imss.gob.mx@evil.test/'],
  ['a name with a letter of another alphabet', 'https://іdse.imss.gob.mx/'],
  ['the bare domain', 'https://imss.gob.mx/'],
  ['a forgotten sub-domain', 'https://old.imss.gob.mx/'],
  ['the portal by http', 'http://idse.imss.gob.mx/'],
  ['the portal of the replica by http', 'http://serviciosdigitales.imss.gob.mx/replica/entrar'],
  ['another port', 'https://idse.imss.gob.mx:8443/'],
  ['a name with a dot at its end', 'https://idse.imss.gob.mx./'],
])('%s sees nothing of us', async (_what, url) => {
  await page.goto(url);
  expect(page.url(), 'was not sent elsewhere').toBe(url.replace('іdse', 'xn--dse-ihd'));
  expect(await traceIn(page)).toEqual(nothing);
});

test('the widget has no page API: there we only watch', async () => {
  await page.goto('https://firmadigitalssl.imss.gob.mx/firmaElectronicaWeb/widget/chfecyn');
  expect(await traceIn(page)).toEqual({ api: false, announced: false, worlds: ['Firma Lista'] });
});

test.each([
  'https://old.imss.gob.mx/',
  'http://idse.imss.gob.mx/',
  'https://idse.imss.gob.mx:8443/',
  'https://idse.imss.gob.mx./',
])('a call from %s is refused, were our own script there', async (url) => {
  await page.goto(url);
  expect(await forceCalls(page)).toEqual([{ url, code: 'origin_not_allowed' }]);
  expect(approvals(stage.browser)).toEqual([]);
});

test('no frame within the portal sees it, and none is answered', async () => {
  strangers.serve(
    `${portal}marcos`,
    `<!doctype html><body>
      <iframe name="same" src="/dentro"></iframe>
      <iframe name="other" src="https://evil.test/"></iframe>
      <iframe name="sandbox" sandbox="allow-scripts" src="/dentro"></iframe>
      <iframe name="srcdoc" srcdoc="<p>1"></iframe>
      <iframe name="blank" src="about:blank"></iframe>
      <iframe name="data" src="data:text/html,<p>1"></iframe>
      <iframe name="blob"></iframe>
      <script>
        const blob = new Blob(['<p>1'], { type: 'text/html' });
        document.querySelector('[name=blob]').src = URL.createObjectURL(blob);
      </script>`,
  );
  await page.goto(`${portal}marcos`);
  const [top, ...children] = page.frames();
  const seen = await Promise.all(
    children.map(async (frame) => [frame.name(), await frame.evaluate("'firmaLista' in window")]),
  );
  expect(Object.fromEntries(seen)).toEqual({
    same: false,
    other: false,
    sandbox: false,
    srcdoc: false,
    blank: false,
    data: false,
    blob: false,
  });
  expect(await top?.evaluate("'firmaLista' in window"), 'the page itself does').toBe(true);

  const all = await forceCalls(page);
  const calls = all.filter(({ url }) => url !== page.url());
  expect(all).toContainEqual({ url: page.url(), code: 'invalid_request' });
  expect(calls.map(({ url }) => url.replace(/^(blob|data):.*/, '$1')).toSorted()).toEqual([
    'about:blank',
    'about:srcdoc',
    'blob',
    'data',
    `${portal}dentro`,
    `${portal}dentro`,
  ]);
  expect(new Set(calls.map(({ code }) => code))).toEqual(new Set(['origin_not_allowed']));
});

test('a portal that a stranger frames has nothing', async () => {
  strangers.serve('https://evil.test/marco', `<iframe src="${portal}"></iframe>`);
  await page.goto('https://evil.test/marco');
  const framed = page.frames()[1];
  expect(framed?.url()).toBe(portal);
  expect(await framed?.evaluate("'firmaLista' in window")).toBe(false);
  expect(await traceIn(page)).toEqual(nothing);
});

test('an empty window that the portal opens has nothing', async () => {
  await page.goto(portal);
  const [opened] = await Promise.all([
    page.waitForEvent('popup'),
    page.evaluate(() => void window.open('about:blank')),
  ]);
  expect(await traceIn(opened)).toEqual(nothing);
  await opened.close();
});

test('none of it can be loaded by a page, nor found by asking for it', async () => {
  const root = `chrome-extension://${stage.browser.extensionId}/`;
  for (const url of [portal, 'https://evil.test/']) {
    await page.goto(url);
    const loaded = await page.evaluate(
      (addresses) =>
        Promise.all(
          addresses.map((address) =>
            fetch(address).then(
              () => address,
              () => '',
            ),
          ),
        ),
      ['manifest.json', 'icons/16.png', 'src/popup/index.html', 'src/bridge/page.iife.js'].map(
        (path) => root + path,
      ),
    );
    expect(loaded).toEqual(['', '', '', '']);
  }
  strangers.serve('https://evil.test/trampa', `<iframe src="${root}src/approval/index.html">`);
  await page.goto('https://evil.test/trampa');
  const framed = page.frames()[1];
  expect(framed?.url()).not.toContain('/src/approval/');
  expect(await framed?.locator('main').count()).toBe(0);
});
