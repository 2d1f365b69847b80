/** What a person does with their own hands in each form, with files that may be others than those kept. */
import type { Page } from 'playwright-core';
import { pressValidate, type Files } from '../../../scripts/person.ts';
import type { Scene } from '../../../scripts/tour/faults/scene.ts';
import { idsePage, satHosts, satPage } from '../native.ts';

const desk = 'https://serviciosdigitales.imss.gob.mx/portal-web/portal';

/** Signs in the widget of a page. */
export async function signByHand(page: Page, rfc: string, files: Files): Promise<void> {
  const widget = page.frameLocator('#formFirmaDigital');
  await widget.locator('#inputRFC').waitFor();
  // Before its scripts run, nobody sees what is chosen.
  await page.frame('formFirmaDigital')?.waitForLoadState('load');
  await widget.locator('#inputRFC').fill(rfc);
  await widget.locator('#inputCertificado').setInputFiles(files.cerPath);
  await widget.locator('#inputKey').setInputFiles(files.keyPath);
  await widget.locator('#inputPassword').fill(files.password);
  await pressValidate(page);
}

/** Opens the form of Escritorio Virtual, which is in a frame of it. */
export async function visitDesk({ browser }: Scene): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(desk);
  await openDeskForm(page);
  return page;
}

export async function openDeskForm(page: Page): Promise<void> {
  await page.locator('#enviarForm').click();
  await page.frameLocator('#formFirmaDigital').locator('#inputRFC').waitFor();
}

export async function visitIdse({ browser }: Scene): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(idsePage, { waitUntil: 'networkidle' });
  return page;
}

export async function visitSat({ browser }: Scene): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(satPage(satHosts[0]), { waitUntil: 'networkidle' });
  return page;
}

/** IDSE has one field for both passwords: they are the same here. */
export async function signAtIdse(page: Page, user: string, files: Files): Promise<void> {
  await page.locator('#cerrarAviso').click();
  await page.locator('#certificado').setInputFiles(files.cerPath);
  await page.locator('#llave').setInputFiles(files.keyPath);
  await page.locator('#idUsuario').fill(user);
  await page.locator('#password').fill(files.password);
  await Promise.all([page.waitForEvent('load'), page.locator('#botonFirma:enabled').click()]);
}

export async function signAtSat(page: Page, files: Files): Promise<void> {
  await page.locator('#fileCertificate').setInputFiles(files.cerPath);
  await page.locator('#filePrivateKey').setInputFiles(files.keyPath);
  await page.locator('#privateKeyPassword').fill(files.password);
  for (const name of ['txtCertificate', 'txtPrivateKey']) {
    await page.waitForFunction(
      (id) => (document.getElementById(id) as HTMLInputElement).value !== '',
      name,
    );
  }
  await Promise.all([page.waitForEvent('load'), page.locator('#submit').click()]);
}
