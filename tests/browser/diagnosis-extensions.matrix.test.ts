/** Other extensions: who is found, who is never blamed, and how a pause proves it. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import { runRepairOnScreen, seeFailureMark } from '../../scripts/diagnosis-screen.ts';
import { nameOfOther, type OtherExtensionName } from '../../scripts/other-extensions.ts';
import { fillFromPopup, pages, pressValidate } from '../../scripts/person.ts';
import { chooseSafety, keepFiles } from '../../scripts/prepare.ts';
import { say } from '../../scripts/say.ts';
import { setStage } from '../../scripts/stage.ts';
import extInterference from '../../scripts/tour/faults/ext-interference.ts';
import { openScene, signIn } from '../../scripts/tour/faults/scene.ts';
import type { Credential } from '../pki/index.ts';
import { diagnose, expectNothingFound } from './diagnosed.ts';
import { setNeighbourhood, type Neighbourhood } from './extensions.ts';
import { badgeBecomes, settled } from './watched.ts';

const names = ['interfering', 'renamed', 'harmless', 'blocker'] as const;

describe('one at a time', () => {
  let here: Neighbourhood;
  let person: Credential;
  let page: Page;

  beforeAll(async () => {
    here = await setNeighbourhood(names);
    ({ person } = here.stage.pki.credentials);
    for (const name of names) await here.switchByHand(name, false);
    await closePage(here.portal);
    await chooseSafety(here.browser);
    await keepFiles(here.browser, person);
  });
  afterAll(() => here.close());
  beforeEach(async () => {
    for (const name of names) await here.switchByHand(name, false);
    await page?.close();
  });

  async function visitWith(name: OtherExtensionName): Promise<void> {
    await here.switchByHand(name, true);
    page = await here.browser.context.newPage();
    await page.goto(pages.fill);
  }

  test.each([
    ['interfering', 'ext.interference'],
    ['renamed', 'ext.interference'],
    ['blocker', 'ext.blocker'],
  ] as const)('%s: %s; paused, compared, confirmed; put back, it is on again', async (name, id) => {
    await visitWith(name);
    await settled(here.browser, page);
    const { screen, ...said } = await diagnose(here.browser, page);
    expect(said).toMatchObject({ cause: id, repair: 'pause-extensions' });
    expect(['is', 'likely']).toContain(said.certainty);
    expect(await runRepairOnScreen(screen)).toBe('solved');
    expect(await here.isOn(name)).toBe(false);
    const confirmed = screen.locator('[data-field=repair-result] [data-field=confirmed]');
    expect(await confirmed.innerText()).toContain(nameOfOther(name));
    await screen.locator('[data-action=undo]').click();
    await expect.poll(() => here.isOn(name)).toBe(true);
    await screen.close();
  });

  test('one that may do as much, and does nothing, is not blamed, nor is anybody', async () => {
    await visitWith('harmless');
    await closePage(page);
    page = await here.browser.context.newPage();
    const popup = await fillFromPopup(here.browser, page, person.password);
    await popup.close();
    await pressValidate(page);
    await page.locator('#resultado', { hasText: person.rfc }).waitFor();
    await badgeBecomes(here.browser, page, '•');
    await (await expectNothingFound(here.browser, page)).close();
  });
});

test('one that disturbs only who signs is confirmed by the sign-in that then goes well', async () => {
  const stage = await setStage({ headless: true });
  await stage.browser.close();
  const scene = await openScene(stage, stage.pki.credentials.person);
  try {
    const page = await extInterference.inject(scene);
    await seeFailureMark(scene.browser, page);
    const { screen, ...said } = await diagnose(scene.browser, page);
    expect(said).toMatchObject({ cause: 'ext.interference', repair: 'pause-extensions' });
    await runRepairOnScreen(screen);
    const confirmed = screen.locator('[data-field=changes] [data-field=confirmed]');
    expect(await confirmed.count()).toBe(0);
    expect(await signIn(scene, page)).toContain(scene.holder.rfc);
    await screen.reload();
    await confirmed.waitFor();
    expect(await confirmed.innerText()).toBe(say('change_confirmed'));
  } finally {
    await scene.close();
    await stage.close();
  }
}, 120_000);
