/** Each fault of the tour really happens in the browser, and its healthy twin does not. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { deploys } from '../../replica/faults.ts';
import { disguise, identityArgs } from '../../scripts/identity.ts';
import { fillFromPopup, pages, pressValidate } from '../../scripts/person.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import brwOutdated from '../../scripts/tour/faults/brw-outdated.ts';
import cacheStale from '../../scripts/tour/faults/cache-stale.ts';
import certExpired from '../../scripts/tour/faults/cert-expired.ts';
import extInterference from '../../scripts/tour/faults/ext-interference.ts';
import { isIn, openScene, settleIn, signIn, type Scene } from '../../scripts/tour/faults/scene.ts';
import { walkFault } from '../../scripts/tour/walk-fault.ts';
import { until } from '../../scripts/worker.ts';
import type { CredentialName } from '../pki/index.ts';

/** Milliseconds: some faults take three browsers. */
const patience = 120_000;
const [before, after] = deploys;
let stage: Stage;
let scene: Scene | undefined;

beforeAll(async () => {
  stage = await setStage({ headless: true });
  await stage.browser.close();
});
afterEach(() => scene?.close());
afterAll(() => stage.close());

async function sceneOf(name: CredentialName = 'person'): Promise<Scene> {
  scene = await openScene(stage, stage.pki.credentials[name]);
  return scene;
}

const kinds = (since: number): string[] =>
  stage.replica.log
    .slice(since)
    .map((event) => (event.kind === 'fault' ? event.fault : event.kind));
const textOf = (page: Page): Promise<string> => page.locator('body').innerText();
const isDrawn = (page: Page): Promise<boolean> => page.locator('#formFirmaDigital').isVisible();

/** Name → where it came from and with what status, as the page itself measured it. */
const loaded = (page: Page): Promise<Record<string, { cached: boolean; status: number }>> =>
  page.evaluate(() =>
    Object.fromEntries(
      performance.getEntries().flatMap((entry) =>
        entry instanceof PerformanceResourceTiming
          ? [
              [
                new URL(entry.name).pathname.split('/').at(-1) ?? '',
                {
                  cached: entry.transferSize === 0 && entry.decodedBodySize > 0,
                  status: entry.responseStatus,
                },
              ],
            ]
          : [],
      ),
    ),
  );

async function visit({ browser }: Scene): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(pages.fill, { waitUntil: 'networkidle' });
  return page;
}

async function expectSignedIn(here: Scene, page: Page): Promise<void> {
  const since = here.replica.log.length;
  expect(await signIn(here, page)).toContain(`Entraste como ${here.holder.rfc}`);
  expect(isIn(here, since)).toBe(true);
}

test.each(['company', 'enie'] as const)(
  'cert.expired: the portal refuses the one before, and takes the renewal (%s)',
  async (name) => {
    const here = await sceneOf(name);
    const page = await certExpired.inject(here);
    expect(await textOf(page)).toContain('no pudo ser realizada');
    expect(stage.replica.log.at(-1)).toMatchObject({ kind: 'refused', code: 'expired' });
    await certExpired.mend(here);
    await expectSignedIn(here, page);
  },
  patience,
);

test('cache.stale: an entry out of the cache asks for a part that is gone', async () => {
  const here = await sceneOf();
  const page = await cacheStale.inject(here);
  expect(await textOf(page)).toBe('');
  expect(await loaded(page)).toMatchObject({
    'entrada.js': { cached: true },
    [`buzon-${before}.js`]: { cached: false, status: 404 },
  });
  expect(await textOf(await visit(here))).toBe('');

  const session = await here.browser.context.newCDPSession(page);
  await session.send('Page.reload', { ignoreCache: true });
  await page.locator('#formFirmaDigital').waitFor();
  expect(await loaded(page)).toMatchObject({
    'entrada.js': { cached: false },
    [`buzon-${after}.js`]: { cached: false, status: 200 },
  });
  await expectSignedIn(here, page);
});

test('a deploy that is still the newest is drawn out of the cache', async () => {
  const here = await sceneOf();
  await here.launch();
  here.replica.faults.deploy = 'current';
  await visit(here);
  const again = await visit(here);
  expect(await isDrawn(again)).toBe(true);
  expect(await loaded(again)).toMatchObject({ 'entrada.js': { cached: true } });
});

test.each(deploys)('a service worker of the %s deploy, on the current one', async (deploy) => {
  const here = await sceneOf();
  await here.launch();
  Object.assign(here.replica.faults, { deploy, serviceWorker: true });
  const first = await visit(here);
  expect(await isDrawn(first)).toBe(true);
  await first.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await first.close();

  here.replica.faults.deploy = 'current';
  const page = await visit(here);
  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  expect(await isDrawn(page)).toBe(deploy === 'current');
  expect((await loaded(page))[`buzon-${deploy}.js`]?.status).toBe(deploy === 'current' ? 200 : 404);
  expect(await textOf(page)).toMatch(deploy === 'current' ? /e\.firma/ : /^$/);
});

test(
  'ext.interference: the dialog goes before anything was sent, and messages come',
  async () => {
    const here = await sceneOf();
    const since = stage.replica.log.length;
    const page = await extInterference.inject(here);
    await until('The page hears four messages', () =>
      stage.replica.log.slice(since).some((event) => 'count' in event && event.count === 4)
        ? true
        : undefined,
    );
    expect(kinds(since)).not.toContain('pair-accepted');
    expect(kinds(since)).not.toContain('refused');

    const worker = await here.browser.worker();
    await worker.evaluate(async () => {
      const all = await chrome.management.getAll();
      const other = all.find(({ name }) => name === 'Cupones al Instante');
      await chrome.management.setEnabled(other?.id ?? '', false);
    });
    await expectSignedIn(here, page);
  },
  patience,
);

test(
  'brw.outdated: an old browser gets an empty page, and says everywhere that it is old',
  async () => {
    const here = await sceneOf();
    const since = stage.replica.log.length;
    const page = await brwOutdated.inject(here);
    expect(await textOf(page)).toBe('');
    expect(kinds(since)).toContain('minimumMajor');
    const worker = await here.browser.worker();
    const say = (): [string, string] => [
      navigator.userAgent,
      JSON.stringify(Reflect.get(navigator, 'userAgentData')),
    ];
    for (const [userAgent, hints] of [await page.evaluate(say), await worker.evaluate(say)]) {
      expect(userAgent).toMatch(/ Chrome\/128\./);
      expect(hints).toContain('{"brand":"Google Chrome","version":"128"}');
    }
    await brwOutdated.mend(here);
    await expectSignedIn(here, await here.browser.context.newPage());
  },
  patience,
);

test(
  'a browser two versions behind gets the page',
  async () => {
    const here = await sceneOf();
    const current = await here.launch();
    const major = Number.parseInt(current.context.browser()?.version() ?? '', 10) - 2;
    const behind = await here.launch({ extraArgs: identityArgs({ major }) });
    const page = await behind.context.newPage();
    const disguised = await disguise(behind, { major });
    await disguised.dress(page);
    here.replica.faults.minimumMajor = major;
    await page.goto(pages.fill, { waitUntil: 'networkidle' });
    expect(await isDrawn(page)).toBe(true);
    here.replica.faults.minimumMajor = major + 1;
    await page.reload();
    expect(await textOf(page)).toBe('');
  },
  patience,
);

test('a session that hangs leads back to the login until its cookies are gone', async () => {
  const here = await sceneOf();
  const { context } = await here.launch();
  await settleIn(here, here.files);
  const hung = { name: 'JSESSIONID', value: 'vieja', domain: 'buzon.imss.gob.mx', path: '/' };
  await context.addCookies([{ ...hung, secure: true }]);
  here.replica.faults.sessionLoop = 'with_cookies';
  const page = await context.newPage();
  const popup = await fillFromPopup(here.browser, page, here.files.password);
  await popup.close();
  const since = stage.replica.log.length;
  await Promise.all([page.waitForEvent('load'), pressValidate(page)]);
  expect(page.url()).toBe(pages.fill);
  expect(kinds(since)).toContain('sessionLoop');
  expect(kinds(since)).not.toContain('signed-in');

  await context.clearCookies({ name: hung.name });
  await expectSignedIn(here, page);
});

test('a fault that cannot be walked is a failure, and nothing is thrown', async () => {
  const failures: string[] = [];
  const report = await walkFault(
    {
      stage,
      files: stage.pki.credentials.person,
      camera: async () => undefined,
      tell: () => undefined,
      insist: (holds, failure) => void (holds || failures.push(failure)),
    },
    {
      ...cacheStale,
      inject: async ({ replica }) => {
        replica.faults.deploy = 'previous';
        throw new Error('No hay navegador.');
      },
    },
  );
  expect(report).toEqual({
    id: 'cache.stale',
    cause: null,
    certainty: null,
    repair: null,
    signedInAfter: false,
  });
  expect(failures).toEqual(['cache.stale: No hay navegador.']);
  expect(stage.replica.faults.deploy).toBeUndefined();
});
