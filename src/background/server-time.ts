/**
 * Dates are judged by the portal's clock where it is known: people with a wrong clock are exactly
 * those who cannot get in. The portal's own answers carry it in their `Date` header.
 */
import { browser } from '../browser.ts';
import { portals } from '../portals/index.ts';

const hosts: ReadonlySet<string> = new Set(portals.map(({ host }) => host));

/** Listens to the main frame of known portals and keeps how far this computer's clock is off. */
export function watchServerTime(): void {
  chrome.webRequest.onResponseStarted.addListener(
    ({ url, fromCache, timeStamp, responseHeaders }) => {
      const date = responseHeaders?.find(({ name }) => name.toLowerCase() === 'date')?.value;
      const serverTime = Date.parse(date ?? '');
      if (fromCache || Number.isNaN(serverTime) || !hosts.has(new URL(url).hostname)) return;
      void browser.storage.session.set({ clockOffset: serverTime - timeStamp });
    },
    { urls: ['https://*.imss.gob.mx/*'], types: ['main_frame'] },
    ['responseHeaders'],
  );
}

/** The time by the portal that was seen last; by this computer when none was seen. */
export async function serverNow(): Promise<Date> {
  const { clockOffset } = await browser.storage.session.get('clockOffset');
  return new Date(Date.now() + (typeof clockOffset === 'number' ? clockOffset : 0));
}
