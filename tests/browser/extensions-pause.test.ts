/** What is paused comes back, whatever happens meanwhile. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { pages } from '../../scripts/person.ts';
import { stopServiceWorker, until } from '../../scripts/worker.ts';
import type { Change } from '../../src/messages.ts';
import { setNeighbourhood, outcomeOf, type Neighbourhood } from './extensions.ts';
import { tellWorker } from './page-api.ts';

let here: Neighbourhood;

beforeAll(async () => {
  here = await setNeighbourhood(['interfering', 'harmless']);
});
afterAll(() => here.close());
afterEach(async () => {
  for (const name of ['interfering', 'harmless'] as const) await here.switchByHand(name, true);
  await expect.poll(() => here.journal()).toBeUndefined();
});

/** Whether messages of others are heard in the page of the portal. */
async function isTalkedTo(): Promise<boolean> {
  const page = await here.browser.context.newPage();
  await page.goto(pages.fill);
  const heard = async () => Number(await page.locator('#mensajes').innerText());
  const isHeard = await until(
    'A message',
    async () => (await heard()) > 0 || undefined,
    2_000,
  ).catch(() => false);
  await closePage(page);
  return isHeard;
}

test('one that is paused does nothing in the page any more; the others stay', async () => {
  expect(await isTalkedTo()).toBe(true);
  const { changeId = '' } = outcomeOf(await here.pause(['interfering']));
  expect(await here.isOn('interfering')).toBe(false);
  expect(await here.isOn('harmless')).toBe(true);
  expect(await isTalkedTo()).toBe(false);
  const changes = (await tellWorker(here.app, 'listChanges', undefined)).res as Change[];
  const made = changes.find(({ id }) => id === changeId);
  expect(made).toMatchObject({ isTemporary: true, names: ['Cupones al Instante'] });
  const { at = 0, until: end = 0 } = (await here.journal()) ?? {};
  expect(end - at, 'nobody said for how long').toBe(10 * 60_000);
  expect(Date.parse(made?.until ?? '') - Date.parse(made?.at ?? '')).toBe(end - at);

  await tellWorker(here.app, 'undoRepair', { id: changeId });
  expect(await here.isOn('interfering')).toBe(true);
  expect(await isTalkedTo()).toBe(true);
  expect(await here.journal()).toBeUndefined();
});

test('pausing one that may do as much, and does nothing, changes nothing in the page', async () => {
  const { changeId } = outcomeOf(await here.pause(['harmless']));
  expect(await here.isOn('harmless')).toBe(false);
  expect(await isTalkedTo()).toBe(true);
  await tellWorker(here.app, 'undoRepair', { id: changeId });
});

test('the end of its minutes brings it back, also when the worker is dead by then', async () => {
  await withClock(-55_000, () => here.pause(['interfering'], 1));
  expect(await here.isOn('interfering')).toBe(false);
  await stopServiceWorker(here.browser.context, here.browser.extensionId);
  await expect.poll(() => here.isOn('interfering'), { timeout: 20_000 }).toBe(true);
});

test.each([
  ['two hours ahead', 2 * 60 * 60_000],
  ['two hours behind', -2 * 60 * 60_000],
])('a pause that began with the clock %s ends once it is right', async (_how, ahead) => {
  await withClock(ahead, () => here.pause(['interfering']));
  await stopServiceWorker(here.browser.context, here.browser.extensionId);
  await here.browser.worker();
  await expect.poll(() => here.isOn('interfering')).toBe(true);
});

test('a second pause keeps the first, and its minutes count for both', async () => {
  await here.pause(['interfering'], 30);
  await here.pause(['interfering'], 30);
  const { changeId = '' } = outcomeOf(await here.pause(['harmless'], 1));
  expect(await here.isOn('interfering')).toBe(false);
  expect(await here.isOn('harmless')).toBe(false);
  const { extensions = [], at = 0, until: end = 0 } = (await here.journal()) ?? {};
  expect(extensions.map(({ id }) => id)).toEqual([
    await here.idOf('interfering'),
    await here.idOf('harmless'),
  ]);
  expect(end - at).toBe(60_000);

  await tellWorker(here.app, 'undoRepair', { id: changeId });
  expect(await here.isOn('harmless')).toBe(true);
  expect(await here.isOn('interfering')).toBe(false);
});

test('the same pause twice at once is one pause', async () => {
  const answers = await Promise.all([here.pause(['interfering']), here.pause(['interfering'])]);
  expect(answers.filter(({ err }) => !err).length).toBeGreaterThan(0);
  expect((await here.journal())?.extensions).toHaveLength(1);
  expect(await here.isOn('interfering')).toBe(false);
});

test('what was switched on by hand is forgotten: off by hand, it stays off', async () => {
  const { changeId = '' } = outcomeOf(await here.pause(['interfering', 'harmless']));
  await here.switchByHand('interfering', true);
  await expect.poll(async () => (await here.journal())?.extensions.length).toBe(1);
  await here.switchByHand('interfering', false);
  await tellWorker(here.app, 'undoRepair', { id: changeId });
  expect(await here.isOn('harmless')).toBe(true);
  expect(await here.isOn('interfering')).toBe(false);
});

test('neither itself, nor what the preview does not show, is ever paused', async () => {
  const extensions = [here.browser.extensionId, await here.idOf('onlooker')];
  const run = { repair: 'pause-extensions', portal: 'buzon-imss', extensions, minutes: 1 };
  const { err } = await tellWorker(here.app, 'runRepair', run);
  expect(err?.code).toBe('extension_not_paused');
  expect(await here.isOn('onlooker')).toBe(true);
  expect(await here.journal()).toBeUndefined();
});

describe('a worker that dies', () => {
  test('between the journal and the first leaves nothing off, and nothing behind', async () => {
    const kill = await holdSwitch({ enabled: false, after: 0 });
    const paused = here.pause(['interfering']).catch(noAnswer);
    await kill();
    await paused;
    expect(await here.isOn('interfering')).toBe(true);
    await here.browser.worker();
    await expect.poll(() => here.journal()).toBeUndefined();
  });

  test('between two remembers the one that is off', async () => {
    const kill = await holdSwitch({ enabled: false, after: 1 });
    const paused = here.pause(['interfering', 'harmless']).catch(noAnswer);
    await kill();
    await paused;
    await here.browser.worker();
    await expect.poll(async () => (await here.journal())?.extensions.length).toBe(1);
    const [left] = (await here.journal())?.extensions ?? [];
    const names = ['interfering', 'harmless'] as const;
    const off = await Promise.all(
      names.map(async (name) => ((await here.isOn(name)) ? [] : [await here.idOf(name)])),
    );
    expect(off.flat()).toEqual([left?.id]);
  });

  test('while it switches them on again still knows the rest', async () => {
    const { changeId = '' } = outcomeOf(await here.pause(['interfering', 'harmless']));
    const kill = await holdSwitch({ enabled: true, after: 1 });
    const undone = tellWorker(here.app, 'undoRepair', { id: changeId }).catch(noAnswer);
    await kill();
    await undone;
    await tellWorker(here.app, 'undoRepair', { id: changeId });
    expect(await here.isOn('interfering')).toBe(true);
    expect(await here.isOn('harmless')).toBe(true);
  });
});

/** A dead worker leaves its questions open. */
const noAnswer = () => undefined;

/** The worker stands still when it is about to switch another one; the result kills it there. */
async function holdSwitch(step: { enabled: boolean; after: number }): Promise<() => Promise<void>> {
  const { context, extensionId } = here.browser;
  const worker = await here.browser.worker();
  await worker.evaluate(({ enabled, after }) => {
    const setEnabled = chrome.management.setEnabled.bind(chrome.management);
    let left = after;
    chrome.management.setEnabled = async (id: string, wanted: boolean) => {
      if (wanted !== enabled || left > 0) {
        left -= 1;
        return await setEnabled(id, wanted);
      }
      Object.assign(globalThis, { held: true });
      return await new Promise<never>(() => undefined);
    };
  }, step);
  return async () => {
    await until('The worker is held', async () =>
      (await worker.evaluate(() => 'held' in globalThis)) ? true : undefined,
    );
    await stopServiceWorker(context, extensionId);
  };
}

/** The computer's clock is wrong while something is done; milliseconds ahead, or behind. */
async function withClock<Result>(ahead: number, act: () => Promise<Result>): Promise<Result> {
  const worker = await here.browser.worker();
  await worker.evaluate((ahead) => {
    const { now } = Date;
    Object.assign(globalThis, { rightNow: now });
    Date.now = () => now() + ahead;
  }, ahead);
  try {
    return await act();
  } finally {
    await worker.evaluate(() => {
      Date.now = (globalThis as unknown as { rightNow: () => number }).rightNow;
    });
  }
}
