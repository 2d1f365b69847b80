/** What scenes of «No puedo ingresar» begin with. */
import type { Page } from 'playwright-core';
import { noFaults, type Faults } from '../../replica/index.ts';
import { openDiagnosis, seeFailureMark } from '../diagnosis-screen.ts';
import { openApp, pages, readDiagnosis } from '../person.ts';
import type { Stage } from '../stage.ts';
import { visit } from './steps.ts';

/** With no portal open and nothing seen to fail. */
export async function openQuestions(stage: Stage): Promise<Page> {
  await visit(stage, 'about:blank');
  const app = await openApp(stage.browser, 'no-puedo-ingresar');
  await app.locator('[data-field=questions]').waitFor();
  return app;
}

/** The portal's page as it fails, and what is said of it once all was looked at. */
export async function diagnoseFault(stage: Stage, faults: Partial<Faults>): Promise<Page> {
  Object.assign(stage.replica.faults, faults);
  const page = await visit(stage, 'about:blank');
  await page.goto(pages.fill);
  await seeFailureMark(stage.browser, page);
  const app = await openDiagnosis(stage.browser, page);
  await readDiagnosis(app);
  return app;
}

/** The portal works again, and the tab in which it failed is gone: later scenes begin in another. */
export async function mendPortal(stage: Stage): Promise<void> {
  Object.assign(stage.replica.faults, noFaults());
  const failed = await visit(stage, 'about:blank');
  await stage.browser.context.newPage();
  await failed.close();
}

export async function openFolded(app: Page, name: 'also-found' | 'checklist'): Promise<Page> {
  await app.locator(`[data-field=${name}] > summary`).click();
  return app;
}

/** Presses the repair of the verdict and waits for what it would touch, or for its steps. */
export async function openRepair(app: Page): Promise<Page> {
  await app.locator('[data-action=repair]').first().click();
  await app.locator('[data-action=run-repair], [data-field=steps]').waitFor();
  return app;
}
