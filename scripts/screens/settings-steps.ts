/** What the settings say of asking whether an e.firma was revoked. */
import type { Page } from 'playwright-core';
import { openApp } from '../person.ts';
import type { Stage } from '../stage.ts';

/** The settings, in a browser that answers the question for the permission at once. */
export async function askSat({ browser }: Stage, isGranted: boolean): Promise<Page> {
  const app = await openApp(browser, 'ajustes');
  await app.evaluate((answer) => {
    chrome.permissions.request = () => Promise.resolve(answer);
    const origins = ['http://www.sat.gob.mx/*'];
    if (answer) chrome.permissions.getAll = () => Promise.resolve({ origins });
  }, isGranted);
  // The screen is made anew, and looks again at what is allowed.
  await app.locator('nav a[href="#/historial"]').click();
  await app.locator('nav a[href="#/ajustes"]').click();
  await app.locator('[data-field=revocation] [role=switch][aria-disabled=false]').click();
  return app;
}

export async function wantRevocation({ browser }: Stage, asksRevocation: boolean): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(async (wanted) => {
    const { settings } = await chrome.storage.local.get('settings');
    await chrome.storage.local.set({ settings: { ...Object(settings), asksRevocation: wanted } });
  }, asksRevocation);
}
