/** Other people's extensions are there, one of them in the way, and Firma Lista may see them. */
import type { Page } from 'playwright-core';
import { openDiagnosis, runRepairOnScreen } from '../../diagnosis-screen.ts';
import { grantOptional } from '../../grants.ts';
import { writeOtherExtensions } from '../../other-extensions.ts';
import {
  fillFromPopup,
  openApp,
  pages,
  pressValidate,
  readDiagnosis,
  resultOf,
} from '../../person.ts';
import { openPopup } from '../../popup.ts';
import type { Stage } from '../../stage.ts';
import { writeInterferingExtension } from '../../tour/faults/interfering-extension.ts';
import { openScene, settleIn } from '../../tour/faults/scene.ts';
import { openFolded, openRepair } from '../diagnosis-steps.ts';
import type { Act } from '../scene.ts';
import { screenArgs } from '../stage.ts';

function portalIn({ browser: { context } }: Stage): Page {
  const portal = context.pages().find((page) => page.url() === pages.fill);
  if (!portal) throw new Error('The portal is gone.');
  return portal;
}

async function diagnosed(stage: Stage): Promise<Page> {
  const app = await openDiagnosis(stage.browser, portalIn(stage));
  await readDiagnosis(app);
  return app;
}

/** With the other extension paused the sign-in that had failed goes well; once is enough. */
async function enter(stage: Stage): Promise<void> {
  const worker = await stage.browser.worker();
  const kept = await worker.evaluate(async () => ({
    ...(await chrome.storage.local.get('pause')),
    ...(await chrome.storage.session.get('solved')),
  }));
  if ('solved' in kept) return;
  if (!('pause' in kept)) await runRepairOnScreen(await diagnosed(stage));
  const portal = portalIn(stage);
  const popup = await fillFromPopup(stage.browser, portal, stage.pki.credentials.person.password);
  await popup.close();
  await pressValidate(portal);
  await resultOf(portal);
}

export const otherExtensions: Act = {
  name: 'another extension is in the way',
  async prepare(stage) {
    const { person } = stage.pki.credentials;
    const scene = await openScene(stage, person);
    await grantOptional(scene.profile, ['management']);
    const browser = await scene.launch({
      extraArgs: screenArgs,
      extraExtensions: [
        await writeInterferingExtension(scene.directory),
        ...(await writeOtherExtensions(scene.directory, ['everywhere', 'harmless', 'elsewhere'])),
      ],
    });
    await settleIn(scene, person);
    const portal = await browser.context.newPage();
    const popup = await fillFromPopup(browser, portal, person.password);
    await popup.close();
    await pressValidate(portal);
    await portal.locator('#formFirmaDigital').waitFor({ state: 'detached' });
    return { ...stage, browser, close: () => scene.close() };
  },
  scenes: [
    {
      name: 'popup-failure-extension',
      of: 'popup',
      async show(stage) {
        const popup = await openPopup(stage.browser, portalIn(stage));
        await popup.waitFor("document.querySelector('.seen-failure')");
        return popup;
      },
    },
    {
      name: 'diagnosis-extension',
      of: 'app',
      show: async (stage) => openFolded(await diagnosed(stage), 'also-found'),
    },
    {
      name: 'pause-extensions',
      of: 'app',
      show: async (stage) => openRepair(await diagnosed(stage)),
    },
    {
      name: 'pause-result',
      of: 'app',
      async show(stage) {
        const app = await diagnosed(stage);
        await runRepairOnScreen(app);
        await app.locator('[data-field=change] [role=timer]').waitFor();
        return app;
      },
    },
    {
      name: 'solved',
      of: 'app',
      async show(stage) {
        await enter(stage);
        const app = await openApp(stage.browser, 'historial');
        await app.locator('[data-field=solved] [data-field=change] [role=timer]').waitFor();
        return app;
      },
    },
    {
      name: 'popup-solved',
      of: 'popup',
      async show(stage) {
        await enter(stage);
        const popup = await openPopup(stage.browser, portalIn(stage));
        await popup.waitFor("document.querySelector('[data-field=solved-note] a')");
        return popup;
      },
    },
  ],
};
