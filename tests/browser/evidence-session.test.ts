import type { Page } from 'playwright-core';
import { build, type Rollup } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { openApp } from '../../scripts/person.ts';
import type { Gathered, SessionFacts } from '../../src/diagnosis/index.ts';
import { portals } from '../../src/portals/index.ts';
import { tabIdOf } from './page-api.ts';
import { otherHosts, portalHost, setSites, signInPage, type Sites } from './site-data.ts';

const portal = portals.find(({ host }) => host === portalHost);
let sites: Sites;
let app: Page;
let page: Page;
let gatherer: string;

beforeAll(async () => {
  const [built] = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: 'src/evidence/session.ts', formats: ['iife'], name: 'gatherer' },
    },
  })) as Rollup.RollupOutput[];
  gatherer = built?.output[0].code ?? '';
  sites = await setSites();
  await sites.visit();
  app = await openApp(sites.stage.browser, 'ajustes');
  page = await sites.stage.browser.context.newPage();
  await page.goto(signInPage);
});

afterAll(() => sites.close());

/** What it finds, run as it is where the browser gives it the same powers as the service worker. */
async function gather(scene: object): Promise<Gathered<SessionFacts>> {
  const argument = JSON.stringify({ paused: [], ...scene });
  return await app.evaluate(`(() => { ${gatherer}; return gatherer.gather(${argument}); })()`);
}

test('without a portal it says so', async () => {
  expect(await gather({})).toEqual({ missing: 'no_portal' });
});

test('names, counts and sizes of what the portal keeps, no values', async () => {
  const tabId = await tabIdOf(sites.stage.browser, page);
  const facts = (await gather({ portal, tabId })) as SessionFacts;
  const note = `nota${portalHost} \uD800 ñ`;
  expect(facts).toMatchObject({
    portalTabs: 1,
    serviceWorkers: 1,
    caches: 1,
    localStorageBytes: 2 * (note.length + 'lengthuna palabra'.length),
    indexedDbs: 1,
  });
  expect(facts.cookies).toHaveLength(12);
  expect(facts.cookies).toContainEqual({
    name: 'prefs',
    bytes: `prefs${portalHost}`.length,
    isSession: false,
  });
  expect(facts.cookies.filter(({ name }) => name === 'JSESSIONID')).toEqual([
    { name: 'JSESSIONID', bytes: `JSESSIONID${portalHost}-app`.length, isSession: true },
    { name: 'JSESSIONID', bytes: `JSESSIONID${portalHost}-raiz`.length, isSession: true },
  ]);
  expect(JSON.stringify(facts)).not.toMatch(/-raiz|-app|uno, dos|en-claro/);
});

test('the cookies are as long as those that the sign-in page was sent', async () => {
  await page.goto(signInPage);
  const asked = sites.strangers.heard.findLast(({ url }) => url === signInPage);
  const header = asked?.headers.cookie ?? '';
  expect(header).toContain('JSESSIONID=sitio');
  expect(header).toContain(`aparte=${portalHost}`);
  expect(await gather({ portal })).toMatchObject({ cookieBytes: Buffer.byteLength(header) });
});

test('what only a page can count is left out when there is none, or another one', async () => {
  const other = await sites.stage.browser.context.newPage();
  await other.goto(`https://${otherHosts[0]}/`);
  const tabId = await tabIdOf(sites.stage.browser, other);
  for (const scene of [{ portal }, { portal, tabId }, { portal, tabId: 2 ** 30 }]) {
    const facts = await gather(scene);
    expect(Object.keys(facts).toSorted((one, two) => one.localeCompare(two))).toEqual([
      'cookieBytes',
      'cookies',
      'portalTabs',
    ]);
  }
  await closePage(other);
});

test('an extension that may only act when it is clicked says what it lacks', async () => {
  const settings = await sites.stage.browser.context.newPage();
  await settings.goto('chrome://extensions');
  const allow = (hostAccess: 'ON_CLICK' | 'ON_ALL_SITES') =>
    settings.evaluate(
      `chrome.developerPrivate.updateExtensionConfiguration(${JSON.stringify({
        extensionId: sites.stage.browser.extensionId,
        hostAccess,
      })})`,
    );
  await allow('ON_CLICK');
  expect(await gather({ portal })).toEqual({ missing: 'site_access' });
  await allow('ON_ALL_SITES');
  expect(await gather({ portal })).toMatchObject({ portalTabs: 1 });
  await settings.close();
});

test('two tabs of the portal are two', async () => {
  const second = await sites.stage.browser.context.newPage();
  await second.goto(`https://${portalHost}/otra`);
  expect(await gather({ portal })).toMatchObject({ portalTabs: 2 });
  await closePage(second);
});
