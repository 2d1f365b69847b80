/**
 * Dates are judged by the portal's clock where it is known: people with a wrong clock are exactly
 * those who cannot get in. The portal's own answers carry it in their `Date` header.
 */
import { portals } from '../portals/index.ts';
import { session } from '../storage.ts';

const hosts: ReadonlySet<string> = new Set(portals.map(({ host }) => host));

/**
 * Listens to the main frame of known portals and keeps how far this computer's clock is off. Of the
 * events that carry headers, this is the one that also tells what came out of the cache.
 */
export function watchServerTime(ready: Promise<void>): void {
  chrome.webRequest.onResponseStarted.addListener(
    ({ url, fromCache, timeStamp, responseHeaders }) => {
      const date = responseHeaders?.find(({ name }) => name.toLowerCase() === 'date')?.value;
      const serverTime = Date.parse(date ?? '');
      if (fromCache || Number.isNaN(serverTime) || !hosts.has(new URL(url).hostname)) return;
      void ready.then(() => session.set({ clockOffset: serverTime - timeStamp }));
    },
    { urls: ['https://*.imss.gob.mx/*'], types: ['main_frame'] },
    ['responseHeaders'],
  );
}

/** The time by the portal that was seen last; by this computer when none was seen. */
export async function serverNow(): Promise<Date> {
  const { clockOffset = 0 } = await session.get('clockOffset');
  return new Date(Date.now() + clockOffset);
}
