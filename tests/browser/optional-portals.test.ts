/** Pages of the SAT are watched for as long as the person lets the extension in, and no longer. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { stopServiceWorker, until } from '../../scripts/worker.ts';
import { optionalOrigins, portals, type KnownPortal } from '../../src/portals/index.ts';
import { tabIdOf } from './page-api.ts';
import { addressOf, formOf, startWorld, type Tab, type World } from './portal-rows.ts';

const pattern = 'https://*.sat.gob.mx/*';
const sat: KnownPortal = portals.find(({ id }) => id === 'sat-portal')!;
const said =
  'Certificado, clave privada o contraseña de clave privada inválidos, inténtelo nuevamente.';

const buzon: KnownPortal = portals.find(({ id }) => id === 'buzon-imss')!;

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

async function registered(): Promise<string[]> {
  const worker = await world.browser.worker();
  const scripts = await worker.evaluate(() => chrome.scripting.getRegisteredContentScripts());
  expect(scripts.length).toBeLessThanOrEqual(1);
  return scripts.flatMap(({ matches = [] }) => matches).toSorted();
}

async function registeredBecomes(expected: readonly string[]): Promise<void> {
  await until(`${expected.length} pages are watched`, async () =>
    (await registered()).join() === expected.toSorted().join() ? true : undefined,
  );
}

/** Headless, nobody can answer the browser's question: it is told that the answer was yes. */
async function tellThatAdded(): Promise<void> {
  const worker = await world.browser.worker();
  await worker.evaluate(
    (origins) => {
      const { permissions } = (globalThis as unknown as { browser: typeof chrome }).browser;
      const event = permissions.onAdded as unknown as { dispatch(added: object): void };
      event.dispatch({ origins, permissions: [] });
    },
    [pattern],
  );
}

async function openSat(): Promise<Tab> {
  const tab = await world.open();
  world.hosts.serve(addressOf(sat), { body: `<div id=divError></div>${formOf(sat)}` });
  await tab.go(addressOf(sat));
  return tab;
}

const say = (tab: Tab): Promise<void> =>
  tab.page.evaluate((text) => {
    const node = document.getElementById('divError');
    if (node) node.textContent = text;
  }, said);

const all = optionalOrigins.map((origin) => `${origin}/*`);

test('from the start, once, and after every death of the worker', async () => {
  await registeredBecomes(all);
  await stopServiceWorker(world.browser.context, world.browser.extensionId);
  await registeredBecomes(all);
});

test('in pages that are open already, as soon as the person says yes', async () => {
  const worker = await world.browser.worker();
  await worker.evaluate(() => chrome.scripting.unregisterContentScripts());
  const tab = await openSat();
  await say(tab);
  await tellThatAdded();
  await registeredBecomes(all);
  const facts = await tab.factsWhen(({ texts }) => texts.length === 1);
  expect(facts).toMatchObject({ portal: 'sat-portal', texts: [{ class: 'trio_invalid' }] });
  await tab.badgeBecomes('!');
  await tab.go(tab.page.url());
  await tab.factsWhen(({ settled }) => settled === true);
  await tab.badgeBecomes('•');
  await closePage(tab.page);
});

async function reportsOf(tab: Tab): Promise<number> {
  const key = `attempt:${await tabIdOf(world.browser, tab.page)}`;
  const worker = await world.browser.worker();
  const kept = await worker.evaluate((name) => chrome.storage.session.get(name), key);
  return (kept[key] as { reports: number }).reports;
}

test('by one watcher, where they had taken it back and say yes again', async () => {
  const worker = await world.browser.worker();
  const tab = await openSat();
  await tab.factsWhen(({ settled }) => settled === true);
  await worker.evaluate(() => chrome.scripting.unregisterContentScripts());
  await tellThatAdded();
  await registeredBecomes(all);
  // The newer one looks for itself first.
  await until('The newer watcher', async () => (await reportsOf(tab)) > 2 || undefined);
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const before = await reportsOf(tab);
  await say(tab);
  await tab.factsWhen(({ texts }) => texts.length === 1);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(await reportsOf(tab)).toBe(before + 1);
  await closePage(tab.page);
});

test('no longer once they take it back: nothing is registered, nothing is seen', async () => {
  const open = await openSat();
  await open.factsWhen(({ settled }) => settled === true);
  const worker = await world.browser.worker();
  await worker.evaluate((origins) => chrome.permissions.remove({ origins }), [pattern]);
  await registeredBecomes([]);
  await say(open);
  const tab = await openSat();
  await say(tab);
  // Had it been watched, that would have been before this one.
  const other = await world.open();
  world.hosts.serve(addressOf(buzon), { body: '<p>Entra' });
  await other.go(addressOf(buzon));
  await other.factsWhen(({ settled }) => settled === true);
  expect(await tab.facts()).toBeUndefined();
  expect((await open.facts())?.texts).toEqual([]);
});

test('the pattern that is asked for covers every optional portal', () => {
  const host = pattern.slice('https://*.'.length, -'/*'.length);
  for (const origin of optionalOrigins) expect(origin.endsWith(`.${host}`)).toBe(true);
});
