/** Repairs that are steps for the person: from the cause to the steps of this system, by keyboard. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noFaults } from '../../replica/index.ts';
import { eachCause } from '../../scripts/screens/acts/each-cause.ts';
import { openApp, pages, readDiagnosis } from '../../scripts/person.ts';
import { chooseSafety } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { viewOfPage } from '../../scripts/screens/view.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { screenOf, tabTo, waitForFocus } from './keyboard.ts';
import { tabIdOf } from './page-api.ts';
import { accessibilityFaults } from './screens-axe.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage({ headless: true });
  await chooseSafety(stage.browser);
});
afterAll(() => stage.close());

async function openGuide(app: Page): Promise<ReturnType<typeof screenOf>> {
  await app.bringToFront();
  const screen = screenOf(app);
  await tabTo(screen, '[data-action=repair]');
  await screen.press('Enter');
  await waitForFocus(screen, '.repair h2');
  return screen;
}

/** In every colour and narrow: nothing sticks out, and axe finds nothing. */
async function expectAccessible(app: Page): Promise<void> {
  const view = viewOfPage(app);
  for (const scheme of ['light', 'dark'] as const) {
    await view.wear({ scheme, size: { width: 360, height: 800 } });
    expect(await accessibilityFaults(view)).toEqual([]);
    expect(await app.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  }
}

const steps = (app: Page) => app.locator('[data-field=steps] > li').allInnerTexts();

test('where only the portal can act, the words to send name the cause and nobody', async () => {
  await eachCause.prepare(stage);
  const scene = eachCause.scenes.find(({ name }) => name === 'cause-revocation-service');
  const app = await scene?.show(stage);
  Object.assign(stage.replica.faults, noFaults());
  if (!app || !('goto' in app)) throw new Error('It is no page.');
  expect(await readDiagnosis(app)).toMatchObject({
    cause: 'portal.revocation_service',
    repair: 'tell-institute',
  });
  await openGuide(app);
  const letter = await app.locator('[data-field=letter]').innerText();
  expect(letter).toContain(say('diagnosis_portal_revocation_service'));
  expect(letter).toContain('portal.revocation_service');
  expect(letter).not.toContain(stage.pki.credentials.person.rfc);
  await expectAccessible(app);
});

/** The last: what was taken off the net may not all come back to it. */
test('without a connection, the steps are those of this system, and the others one press away', async () => {
  const { context } = stage.browser;
  await stage.browser.worker();
  await context.setOffline(true);
  try {
    const page = await context.newPage();
    await page.goto(pages.fill, { timeout: 5_000 }).catch(() => undefined);
    const app = await openApp(stage.browser, 'no-puedo-ingresar');
    const tab = await tabIdOf(stage.browser, page);
    await app.goto(app.url().replace(/#.*/, `#/no-puedo-ingresar?tab=${tab}`));
    expect(await readDiagnosis(app)).toMatchObject({
      cause: 'net.offline',
      repair: 'check-connection',
    });
    const screen = await openGuide(app);
    const system = app.locator('[data-field=system]');
    expect(await system.getAttribute('data-system')).toBe('linux');
    expect((await steps(app))[0]).toContain(say('guide_wifi_linux'));
    expect(await app.locator('[data-field=steps] svg[aria-hidden=true]').count()).toBe(2);
    await tabTo(screen, '.system-choice > summary');
    await screen.press('Enter');
    await tabTo(screen, '.system-choice [data-system=mac]');
    await screen.press('Enter');
    await expect.poll(() => system.innerText()).toBe(say('guide_system_for', say('system_mac')));
    const shown = (await steps(app)).join('\n');
    expect(shown).toContain(say('guide_wifi_mac'));
    expect(shown).not.toContain(say('guide_wifi_linux'));
    await expectAccessible(app);
  } finally {
    await context.setOffline(false);
  }
});
