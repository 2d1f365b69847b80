/** The repairs of «No puedo ingresar», from the yes to the undo, by keyboard alone. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { otherExtensions } from '../../scripts/screens/acts/other-extensions.ts';
import { portalFaults } from '../../scripts/screens/acts/portal-faults.ts';
import type { Act } from '../../scripts/screens/scene.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { hasFocus, screenOf, tabTo, waitForFocus, type Screen } from './keyboard.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage({ headless: true });
});
afterAll(() => stage.close());

async function open({ scenes }: Act, name: string, on: Stage): Promise<[Page, Screen]> {
  const scene = scenes.find((each) => each.name === name);
  const app = await scene?.show(on);
  if (!app || !('goto' in app)) throw new Error(`${name} is no page.`);
  await app.bringToFront();
  return [app, screenOf(app)];
}

/** Says no first, comes back to the cause, and opens the repair again. */
async function reopen(screen: Screen): Promise<void> {
  await tabTo(screen, '.repair [data-action=run-repair] + button');
  await screen.press('Enter');
  await waitForFocus(screen, '.verdict h2');
  await tabTo(screen, '[data-action=repair]');
  await screen.press('Enter');
  await waitForFocus(screen, '.repair h2');
}

/** What was changed last, and whether it was put back. */
const stateOfChange = (app: Page) =>
  app.locator('[data-field=change]').first().getAttribute('data-state');

test('what would be touched is read, agreed to, and put back', async () => {
  const [app, screen] = await open(portalFaults, 'repair-preview', stage);
  await reopen(screen);
  await tabTo(screen, '[data-action=run-repair]');
  await screen.press('Enter');
  await waitForFocus(screen, '.repair-result h3');
  expect(await app.locator('[data-result]').getAttribute('data-result')).toBe('solved');
  await tabTo(screen, '[data-action=undo]');
  await screen.press('Enter');
  await waitForFocus(screen, '.repair-result[data-result=undone] h3');
  await expect.poll(() => stateOfChange(app)).toBe('undone');
});

test('it is put back from «Cambios que hice» too, and the focus is not lost', async () => {
  const [app, screen] = await open(portalFaults, 'repair-solved', stage);
  await tabTo(screen, '[data-field=change] button');
  await screen.press('Enter');
  await expect.poll(() => stateOfChange(app)).toBe('undone');
  await waitForFocus(screen, '.changes .done');
});

test('which to pause and for how long is chosen, and the pause is ended', async () => {
  const own = await otherExtensions.prepare(stage);
  if (!own) throw new Error('The act has no browser of its own.');
  try {
    const [app, screen] = await open(otherExtensions, 'pause-extensions', own);
    await reopen(screen);
    await tabTo(screen, '[data-field=extensions] input');
    const ticked = app.locator('[data-field=extensions] :checked');
    const before = await ticked.count();
    await screen.press(' ');
    expect(await ticked.count()).toBe(before - 1);
    await screen.press(' ');
    await tabTo(screen, 'fieldset[data-short] input');
    await screen.press('ArrowDown');
    expect(await hasFocus(screen, 'input[value="30"]:checked')).toBe(true);
    await tabTo(screen, '[data-action=run-repair]');
    await screen.press('Enter');
    await waitForFocus(screen, '.repair-result h3');
    expect(await app.locator('[role=timer]').innerText()).toMatch(/29:|30:/);
    await tabTo(screen, '[data-action=undo]');
    await screen.press('Enter');
    await waitForFocus(screen, '.repair-result[data-result=undone] h3');
    await expect.poll(() => stateOfChange(app)).toBe('undone');
  } finally {
    await own.close();
  }
});
