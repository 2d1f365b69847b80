/** The portal turned an expired e.firma away: what is said of it, and what would mend it. */
import type { Page } from 'playwright-core';
import { openApp, pages, pressValidate, readDiagnosis, signInFromPopup } from '../../person.ts';
import { openPopup } from '../../popup.ts';
import { chooseSafety, keepFiles } from '../../prepare.ts';
import type { Stage } from '../../stage.ts';
import { until } from '../../worker.ts';
import { openFolded, openRepair } from '../diagnosis-steps.ts';
import type { Act } from '../scene.ts';
import { visit } from '../steps.ts';

/** Whether the extension has seen the refusal: the popup says so. */
async function popupTells(stage: Stage, page: Page): Promise<true | undefined> {
  const popup = await openPopup(stage.browser, page);
  await popup.waitFor("document.querySelector('.popup-footer')");
  const isTold = await popup.evaluate("document.querySelector('.seen-failure') !== null");
  await popup.close();
  return isTold ? true : undefined;
}

async function diagnosed({ browser }: Stage): Promise<Page> {
  const app = await openApp(browser, 'no-puedo-ingresar');
  await readDiagnosis(app);
  return app;
}

export const refused: Act = {
  name: 'the portal refused an expired e.firma',
  async prepare(stage) {
    const { person, expired } = stage.pki.credentials;
    await chooseSafety(stage.browser);
    await keepFiles(stage.browser, expired, person.password);
    const page = await visit(stage, pages.fill);
    const popup = await signInFromPopup(stage.browser, page, person.password);
    await popup.waitFor("document.querySelector('.done')");
    await popup.close();
    await pressValidate(page);
    await until('The refusal is seen', () => popupTells(stage, page));
  },
  scenes: [
    {
      name: 'popup-failure',
      of: 'popup',
      async show(stage) {
        const tab = stage.browser.context.pages().find((page) => page.url() === pages.fill);
        if (!tab) throw new Error('The portal is gone.');
        const popup = await openPopup(stage.browser, tab);
        await popup.waitFor("document.querySelector('.seen-failure')");
        return popup;
      },
    },
    { name: 'diagnosis-expired', of: 'app', show: diagnosed },
    {
      name: 'diagnosis-expired-also-found',
      of: 'app',
      show: async (stage) => openFolded(await diagnosed(stage), 'also-found'),
    },
    {
      name: 'diagnosis-expired-checklist',
      of: 'app',
      show: async (stage) => openFolded(await diagnosed(stage), 'checklist'),
    },
    {
      name: 'diagnosis-renew',
      of: 'app',
      show: async (stage) => openRepair(await diagnosed(stage)),
    },
  ],
};
