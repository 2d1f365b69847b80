/** What the gatherer sees of a browser, as it is and disguised as another version. */
import { build, type Rolldown } from 'vite';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { launchChromium, type Launched } from '../../scripts/chromium.ts';
import { disguise, identityArgs, type Identity } from '../../scripts/identity.ts';
import { dist } from '../../scripts/stage.ts';
import { stopServiceWorker, until } from '../../scripts/worker.ts';
import type { BrowserFacts } from '../../src/diagnosis/index.ts';
import { judgeBrowser } from '../../src/diagnosis/judge-browser.ts';

const at = new Date('2026-11-22T12:00:00Z');

/** The gatherer as an expression, to be asked in the extension's own worker. */
let gatherer: string;
let browser: Launched | undefined;

beforeAll(async () => {
  const [{ output }] = (await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: 'src/evidence/browser.ts', formats: ['iife'], name: 'gatherer' },
    },
  })) as [Rolldown.RolldownOutput];
  gatherer = output[0].code;
});

afterEach(async () => {
  await browser?.close();
  browser = undefined;
});

async function launch(extraArgs: readonly string[] = []): Promise<Launched> {
  browser = await launchChromium({
    dist,
    headless: true,
    resolverRules: '',
    spkiHash: '',
    extraArgs,
  });
  return browser;
}

async function gatherIn({ worker }: Launched): Promise<BrowserFacts> {
  const running = await worker();
  return (await running.evaluate(`${gatherer}; gatherer.gather({ paused: [] })`)) as BrowserFacts;
}

test('a browser as it is: its true version, twice, and everything works', async () => {
  const launched = await launch();
  const facts = await gatherIn(launched);
  const major = Number.parseInt(launched.context.browser()?.version() ?? '', 10);
  expect(major).toBeGreaterThan(100);
  expect(facts).toMatchObject({
    uaMajor: major,
    mobile: false,
    features: { sign: true, files: true },
  });
  expect(facts.brands).toContainEqual({ brand: 'Chromium', version: major });
  expect(facts.brands.filter(({ brand }) => /brand/i.test(brand))).toEqual([]);
  expect(judgeBrowser(facts, at)).toMatchObject({ uaMismatch: false });
});

test('disguised as Chrome 130 on Windows 8.1, it is obsolete, in worker and pages alike', async () => {
  const identity: Identity = { major: 130, platform: 'Windows', platformVersion: '0.3' };
  const launched = await launch(identityArgs(identity));
  const { dress } = await disguise(launched, identity);
  const facts = await gatherIn(launched);
  expect(facts).toMatchObject({ uaMajor: 130, platform: 'Windows', platformVersion: '0.3' });
  expect(judgeBrowser(facts, at)).toEqual({
    brand: 'chrome',
    lag: 'obsolete',
    os: 'unsupported',
    uaMismatch: false,
  });

  const page = await launched.context.newPage();
  await dress(page);
  await page.goto(`chrome-extension://${launched.extensionId}/src/app/index.html`);
  const said = await page.evaluate(`[navigator.userAgent, navigator.userAgentData.brands]`);
  expect(said).toEqual([
    expect.stringContaining('Chrome/130.'),
    expect.arrayContaining([{ brand: 'Google Chrome', version: '130' }]),
  ]);
});

test('a worker that was stopped wears the disguise again', async () => {
  const identity: Identity = { major: 148, brand: 'Microsoft Edge' };
  const launched = await launch(identityArgs(identity));
  const { worn } = await disguise(launched, identity);
  await stopServiceWorker(launched.context, launched.extensionId);
  await worn();
  // Edge 148 was superseded on 2026-06-04.
  expect(judgeBrowser(await gatherIn(launched), at)).toMatchObject({
    brand: 'edge',
    lag: 'behind',
    uaMismatch: false,
  });
});

test('a version changed in the text alone is seen, and undressing shows the true one', async () => {
  const launched = await launch(identityArgs({ major: 130 }));
  expect(judgeBrowser(await gatherIn(launched), at)).toMatchObject({ uaMismatch: true });
  const { undress } = await disguise(launched, { major: 130 });
  expect(judgeBrowser(await gatherIn(launched), at)).toMatchObject({ uaMismatch: false });
  await undress();
  await until('The true version is seen again', async () =>
    judgeBrowser(await gatherIn(launched), at).uaMismatch ? true : undefined,
  );
});
