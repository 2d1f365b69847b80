/** Repairs of the browser's own settings and tabs: what they would touch, and what they did. */
import type { Page } from 'playwright-core';
import type { RepairId } from '../../../src/diagnosis/index.ts';
import { setContent } from '../../../tests/browser/set-content.ts';
import { grantOptional } from '../../grants.ts';
import { pages, readDiagnosis } from '../../person.ts';
import { chooseSafety } from '../../prepare.ts';
import { say } from '../../say.ts';
import type { Stage } from '../../stage.ts';
import { openScene } from '../../tour/faults/scene.ts';
import { openQuestions } from '../diagnosis-steps.ts';
import { openNamedRepair } from '../named-repair.ts';
import type { Act, Scene } from '../scene.ts';
import { screenArgs } from '../stage.ts';
import { visit } from '../steps.ts';

const widget = 'firmadigitalssl.imss.gob.mx';
const notices = 'https://buzon.imss.gob.mx/buzonimss/avisos';

/** Nobody waits for its form: that is what is kept from it. */
async function openPortal(stage: Stage): Promise<Page> {
  const page = await visit(stage, 'about:blank');
  await page.goto(pages.fill);
  return page;
}

async function preview(stage: Stage, repair: RepairId): Promise<Page> {
  return await openNamedRepair(stage, repair, await openPortal(stage));
}

async function done(stage: Stage, repair: RepairId): Promise<Page> {
  const app = await preview(stage, repair);
  await app.locator('[data-action=run-repair]').click();
  await app.locator('[data-field=repair-result][data-result]').waitFor();
  await app.locator('[data-field=change]').first().waitFor();
  return app;
}

async function openOthers({ browser: { context } }: Stage): Promise<void> {
  for (let count = 0; count < 2; count++) {
    const page = await context.newPage();
    await page.goto(notices);
  }
}

async function closeOthers({ browser: { context } }: Stage): Promise<void> {
  for (const page of context.pages()) if (page.url() === notices) await page.close();
}

/** As on the browser's own page of extensions. */
async function setAccess(
  { browser: { context, extensionId } }: Stage,
  hostAccess: 'ON_CLICK' | 'ON_ALL_SITES',
): Promise<void> {
  const settings = await context.newPage();
  await settings.goto('chrome://extensions/');
  const changed = JSON.stringify({ extensionId, hostAccess });
  await settings.evaluate(`chrome.developerPrivate.updateExtensionConfiguration(${changed})`);
  await settings.close();
}

/** The address of the tab is not told any more: the person says which portal it is. */
async function withoutAccess(stage: Stage): Promise<Page> {
  const app = await openQuestions(stage);
  await app.getByLabel(say('portal_buzon_imss_name')).check();
  await app.getByLabel(say('symptom_blank')).check();
  await app.getByRole('button', { name: say('question_submit') }).click();
  await readDiagnosis(app);
  await app.locator('[data-action=repair]').first().click();
  await app.getByText(say('permission_own_access', 'imss.gob.mx')).waitFor();
  return app;
}

const scene = (name: string, show: Scene['show'], after?: Scene['after']): Scene => ({
  name,
  of: 'app',
  show,
  ...(after && { after }),
});

export const mendedHere: Act = {
  name: 'what the browser keeps a portal from',
  async prepare(stage) {
    const opened = await openScene(stage, stage.pki.credentials.person);
    await grantOptional(opened.profile, ['contentSettings']);
    await setContent(opened.profile, 2, { javascript: [widget], cookies: [widget] });
    const browser = await opened.launch({ extraArgs: screenArgs });
    await chooseSafety(browser);
    return { ...stage, browser, close: () => opened.close() };
  },
  scenes: [
    scene('allow-popups', (stage) => preview(stage, 'allow-popups')),
    scene('allow-popups-done', (stage) => done(stage, 'allow-popups')),
    scene('allow-cookies', (stage) => preview(stage, 'allow-cookies')),
    scene('allow-cookies-done', (stage) => done(stage, 'allow-cookies')),
    scene('allow-javascript', (stage) => preview(stage, 'allow-javascript')),
    scene('allow-javascript-done', (stage) => done(stage, 'allow-javascript')),
    scene('allow-popups-nothing', (stage) => preview(stage, 'allow-popups')),
    scene('open-official-page', (stage) => preview(stage, 'open-official-page')),
    scene('close-tabs-none', (stage) => preview(stage, 'close-duplicate-tabs')),
    scene(
      'close-tabs',
      async (stage) => {
        await openOthers(stage);
        return await preview(stage, 'close-duplicate-tabs');
      },
      closeOthers,
    ),
    scene(
      'close-tabs-done',
      async (stage) => {
        await openOthers(stage);
        return await done(stage, 'close-duplicate-tabs');
      },
      closeOthers,
    ),
    scene(
      'grant-access',
      async (stage) => {
        await setAccess(stage, 'ON_CLICK');
        return await withoutAccess(stage);
      },
      (stage) => setAccess(stage, 'ON_ALL_SITES'),
    ),
  ],
};
