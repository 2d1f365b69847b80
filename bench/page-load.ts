/**
 * How long a page of a portal takes to load with the bridge and the watcher in it, against a browser
 * without the extension: loads take turns, and what counts is the ratio beside the noise. Prints,
 * and judges nothing.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { buildExtension } from '../scripts/build.ts';
import { launchChromium } from '../scripts/chromium.ts';
import { findBrowser } from '../scripts/find-browser.mjs';
import { dist } from '../scripts/stage.ts';
import { replicaHosts, startReplica } from '../replica/index.ts';
import { makeTlsCertificate } from '../tests/pki/index.ts';

const rounds = 50;
const warmUp = 5;
const address = 'https://buzon.imss.gob.mx/buzonimss/login';

/** Milliseconds from the beginning of the navigation to the end of its `load`. */
async function loadOnce(page: Page): Promise<number> {
  await page.goto(address);
  await page.waitForFunction("performance.getEntriesByType('navigation')[0]?.loadEventEnd > 0");
  return await page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return entry ? entry.loadEventEnd - entry.startTime : Number.NaN;
  });
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((one, other) => one - other)[Math.floor(share * (values.length - 1))] ??
  Number.NaN;
const median = (values: readonly number[]): number => quantile(values, 0.5);

function row(name: string, times: readonly number[]): string {
  const [best, low, middle, high] = [0.1, 0.25, 0.5, 0.75].map((share) =>
    quantile(times, share).toFixed(1),
  );
  return `| ${name} | ${middle} | ${low} to ${high} | ${best} |`;
}

/** One that differs from the browser with the extension in nothing but that. */
async function launchWithout(profile: string): Promise<BrowserContext> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('No hay Chromium en este equipo.');
  return await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    viewport: null,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--no-proxy-server',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--window-size=1280,900',
      '--animation-duration-scale=0',
      `--host-resolver-rules=${replica.resolverRules}`,
      `--ignore-certificate-errors-spki-list=${tls.spkiHash}`,
    ],
  });
}

if (!buildExtension('error')) process.exit(1);
const directory = await mkdtemp(join(tmpdir(), 'firma-lista-page-load-'));
const tls = await makeTlsCertificate(directory, replicaHosts);
const replica = await startReplica({ tls, issuers: [] });
const withIt = await launchChromium({
  dist,
  headless: true,
  resolverRules: replica.resolverRules,
  spkiHash: tls.spkiHash,
});
const without = await launchWithout(join(directory, 'profile'));
try {
  const contexts = [withIt.context, without];
  // What opens when it is installed is not there on any other day.
  const welcome = withIt.context.pages().find((page) => page.url().startsWith('chrome-extension:'));
  await (welcome ?? (await withIt.context.waitForEvent('page'))).close();
  const pages = await Promise.all(contexts.map((context) => context.newPage()));
  const times: number[][] = pages.map(() => []);
  for (let round = -warmUp; round < rounds; round += 1) {
    // Who goes first in a round is at no advantage over all of them.
    const turn = [...pages.keys()];
    for (const index of round % 2 === 0 ? turn : turn.toReversed()) {
      const page = pages[index];
      const milliseconds = page ? await loadOnce(page) : Number.NaN;
      if (round >= 0) times[index]?.push(milliseconds);
    }
  }
  const [own = [], other = []] = times;
  const noise = quantile(other, 0.75) - quantile(other, 0.25);
  const difference = median(own) - median(other);
  const lines = [
    `page load in Chromium ${without.browser()?.version() ?? ''}, ${rounds} interleaved loads`,
    '',
    '| browser | median ms | middle half | best tenth |',
    '| --- | ---: | ---: | ---: |',
    row('with Firma Lista', own),
    row('without', other),
    '',
    `ratio ${(median(own) / median(other)).toFixed(3)}; difference ${difference.toFixed(1)} ms, noise ${noise.toFixed(1)} ms`,
  ];
  console.log(lines.join('\n'));
} finally {
  await Promise.all([withIt.close(), without.close()]);
  await replica.stop();
  await rm(directory, { recursive: true, force: true });
}
