/** What the faults of the tour rest on; the tour's own test sees each of them happen. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { deploys } from '../../replica/faults.ts';
import { disguise, identityArgs } from '../../scripts/identity.ts';
import { fillFromPopup, pages, pressValidate } from '../../scripts/person.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import cacheStale from '../../scripts/tour/faults/cache-stale.ts';
import certExpired from '../../scripts/tour/faults/cert-expired.ts';
import { isIn, openScene, settleIn, signIn, type Scene } from '../../scripts/tour/faults/scene.ts';
import { walkFault } from '../../scripts/tour/walk-fault.ts';
import type { CredentialName } from '../pki/index.ts';
import { kindsOf, loaded, textOf } from './portal-page.ts';

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

const kinds = (since: number): string[] => kindsOf(stage.replica.log.slice(since));
const isDrawn = (page: Page): Promise<boolean> => page.locator('#formFirmaDigital').isVisible();

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

test('the cache draws the newest deploy, and asks for a part of the one before that is gone', async () => {
  const here = await sceneOf();
  await here.launch();
  here.replica.faults.deploy = before;
  await visit(here);
  const again = await visit(here);
  expect(await isDrawn(again)).toBe(true);
  expect(await loaded(again)).toMatchObject({ 'entrada.js': { cached: true } });

  here.replica.faults.deploy = after;
  expect(await textOf(await visit(here))).toBe('');
  const page = await visit(here);
  expect(await textOf(page)).toBe('');
  expect(await loaded(page)).toMatchObject({
    'entrada.js': { cached: true },
    [`buzon-${before}.js`]: { cached: false, status: 404 },
  });

  const session = await here.browser.context.newCDPSession(page);
  await session.send('Page.reload', { ignoreCache: true });
  await page.locator('#formFirmaDigital').waitFor();
  expect(await loaded(page)).toMatchObject({
    'entrada.js': { cached: false },
    [`buzon-${after}.js`]: { cached: false, status: 200 },
  });
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
