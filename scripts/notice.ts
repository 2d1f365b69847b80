/** A procedure of the replica that has a text signed by the widget, as a person goes through it. */
import type { Page } from 'playwright-core';
import type { Launched } from './chromium.ts';
import { openPopup, type Popup } from './popup.ts';

export const noticeUrl = 'https://buzon.imss.gob.mx/buzonimss/notificacion';

/** Opens it and presses «Firmar»; `rfc` is who has to sign, `cadena` what. */
export async function openNotice(
  page: Page,
  query: { rfc?: string; cadena?: string } = {},
): Promise<void> {
  await page.goto(`${noticeUrl}?${new URLSearchParams(query).toString()}`);
  await page.locator('#firmar').click();
  await page.frameLocator('#firmaIframe').locator('#inputPassword').waitFor();
}

/** The popup over it, once it shows what is asked. */
export async function popupOverNotice(browser: Launched, page: Page): Promise<Popup> {
  const popup = await openPopup(browser, page);
  await popup.waitFor("document.querySelector('[data-field=ask]') !== null");
  return popup;
}

/** Has the popup fill its form and sends it, until the page shows the acuse. */
export async function signNotice(browser: Launched, page: Page, password: string): Promise<void> {
  const popup = await popupOverNotice(browser, page);
  await popup.click('form.approval input[type=password]');
  await popup.type(password);
  await popup.click('form.approval button.primary[aria-disabled=false]');
  await popup.waitFor("document.querySelector('.done') !== null");
  await popup.close();
  await page.frameLocator('#firmaIframe').locator('#botonValidarCert:enabled').click();
  await page.locator('#seguir:visible').waitFor();
}
