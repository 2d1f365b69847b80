/** No pause outlives the browser in which it began, nor the permission that it needs. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { stopServiceWorker } from '../../scripts/worker.ts';
import { outcomeOf, setNeighbourhood, type Neighbourhood } from './extensions.ts';
import { tellWorker } from './page-api.ts';

let here: Neighbourhood;

beforeAll(async () => {
  here = await setNeighbourhood(['interfering', 'harmless']);
});
afterAll(() => here.close());
afterEach(async () => {
  await expect.poll(() => here.journal()).toBeUndefined();
});

test.each(['closed', 'killed'] as const)(
  'a browser that was %s during a pause starts with everything on',
  async (how) => {
    await here.pause(['interfering', 'harmless'], 30);
    expect(await here.isOn('interfering')).toBe(false);
    await here.restart(how);
    await expect.poll(() => here.isOn('interfering')).toBe(true);
    await expect.poll(() => here.isOn('harmless')).toBe(true);
  },
);

test('one that was uninstalled during the pause is forgotten', async () => {
  await here.pause(['interfering', 'harmless'], 30);
  await here.restart('closed', { uninstalled: ['harmless'] });
  await expect.poll(() => here.isOn('interfering')).toBe(true);
  await expect.poll(() => here.journal()).toBeUndefined();
  expect(await here.isOn('harmless')).toBeUndefined();
});

test('without the permission it waits, says so, and goes on once it is given again', async () => {
  const { changeId } = outcomeOf(await here.pause(['interfering'], 30));
  await here.app.evaluate(() => chrome.permissions.remove({ permissions: ['management'] }));

  const { err } = await tellWorker(here.app, 'undoRepair', { id: changeId });
  expect(err?.code).toBe('management_missing');
  await stopServiceWorker(here.browser.context, here.browser.extensionId);
  expect(await here.journal()).toBeDefined();
  expect(await here.isOn('interfering')).toBe(false);

  await here.restart('closed');
  expect(await here.isOn('interfering')).toBe(false);
  expect(await here.journal()).toBeDefined();
  await here.restart('closed', { granted: true });
  await expect.poll(() => here.isOn('interfering')).toBe(true);
});
