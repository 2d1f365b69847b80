/** A sign-in that failed, as the icon and the popup tell of it, and as they forget it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPopup } from '../../scripts/popup.ts';
import { pressValidate } from '../../scripts/person.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import certExpired from '../../scripts/tour/faults/cert-expired.ts';
import { isIn, openScene, type Scene } from '../../scripts/tour/faults/scene.ts';
import { badgeBecomes } from './watched.ts';

let stage: Stage;
let scene: Scene;

beforeAll(async () => {
  stage = await setStage({ headless: true });
  await stage.browser.close();
  scene = await openScene(stage, stage.pki.credentials.person);
});
afterAll(async () => {
  await scene.close();
  await stage.close();
});

test('it opens on the cause, signs in all the same, and after that has nothing to tell', async () => {
  const page = await certExpired.inject(scene);
  const { browser, files } = scene;
  expect(await badgeBecomes(browser, page, '!')).toBe(say('action_title_failed'));
  await certExpired.mend(scene);

  const popup = await openPopup(browser, page);
  const cause = "document.querySelector('.seen-failure [data-field=cause]')?.textContent";
  expect(await popup.waitFor(cause)).toBe('cert.expired');
  await popup.click('.seen-failure button.plain');
  await popup.click('form.approval input[type=password]');
  await popup.type(files.password);
  await popup.click('form.approval button.primary[aria-disabled=false]');
  await popup.waitFor("document.querySelector('.done') !== null");
  await popup.close();
  const since = stage.replica.log.length;
  await page.bringToFront();
  await pressValidate(page);
  await page.locator('#resultado', { hasText: scene.holder.rfc }).waitFor();
  expect(isIn(scene, since)).toBe(true);

  const { legalName, rfc } = scene.holder;
  expect(await badgeBecomes(browser, page, '•')).toBe(
    say('action_title_client', legalName, rfc, say('action_title_portal')),
  );
  const after = await openPopup(browser, page);
  await after.waitFor("document.querySelector('form.approval') !== null");
  expect(await after.evaluate("document.querySelector('.seen-failure')")).toBeNull();
  await after.close();
}, 120_000);
