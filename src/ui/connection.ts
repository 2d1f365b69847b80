import { browser } from '../browser.ts';

/**
 * Lets the service worker know that the popup, or the window that stands in for it, is open, so that
 * a request is shown here and ends when it closes. A worker that died is woken and told again.
 */
export function stayConnected(): void {
  browser.runtime.connect({ name: 'popup' }).onDisconnect.addListener(stayConnected);
}
