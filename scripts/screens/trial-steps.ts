/** What scenes of «Probar mi firma» and «Guardar copia» begin with. */
import type { Page } from 'playwright-core';
import { openApp, type Files } from '../person.ts';
import { say } from '../say.ts';
import type { Stage } from '../stage.ts';

/** The card of the e.firma with this RFC. */
async function openCard({ browser }: Stage, rfc: string): Promise<Page> {
  const app = await openApp(browser, 'certificados');
  await card(app, rfc).waitFor();
  return app;
}

function card(app: Page, rfc: string) {
  return app.locator('[data-field=credentials] > li').filter({ hasText: rfc });
}

/** Presses «Probar mi firma»; types the password where one is given. */
export async function tryKept(
  stage: Stage,
  { rfc }: { rfc: string },
  password?: string,
): Promise<Page> {
  const app = await openCard(stage, rfc);
  const one = card(app, rfc);
  await one.locator('[data-action=try]').click();
  if (password !== undefined) {
    await one.getByLabel(say('password_vault'), { exact: true }).fill(password);
    await one.locator('[data-field=trial-unlock] button.primary').click();
  }
  await one.locator(':is([data-field=trial-outcome], .failure)').first().waitFor();
  return app;
}

/** Opens what was signed. */
export async function unfold(app: Page): Promise<Page> {
  await app.locator('[data-field=signed-text] > summary').click();
  return app;
}

export async function openExport(stage: Stage, { rfc }: { rfc: string }): Promise<Page> {
  const app = await openCard(stage, rfc);
  await card(app, rfc).locator('[data-action=export]').click();
  await app.locator('dialog').waitFor();
  return app;
}

/** Types a password into the dialog and asks for the copy. */
export async function exportWith(
  stage: Stage,
  files: Files & { rfc: string },
  password: string,
): Promise<Page> {
  const app = await openExport(stage, files);
  await app.locator('dialog').getByLabel(say('password_vault'), { exact: true }).fill(password);
  await app.locator('dialog button.primary').click();
  await app.locator('dialog :is(.done, .failure)').waitFor();
  return app;
}
