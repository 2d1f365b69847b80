/** Whether the popup is open: a request that is shown there is refused when it closes. */
import { isOwnPage } from './judge-sender.ts';
import { refuse } from './refusals.ts';
import { findRequest } from './requests.ts';

const reconnectWithin = 3000;
const ports = new Set<chrome.runtime.Port>();

export function watchPopup(ready: Promise<void>): void {
  chrome.runtime.onConnect.addListener((port) => {
    if (port.name !== 'popup') return;
    if (!isOwnPage(port.sender ?? {})) return port.disconnect();
    ports.add(port);
    port.onDisconnect.addListener(() => {
      ports.delete(port);
      void ready.then(refuseIfClosed);
    });
  });
  // A popup that outlived the last service worker connects again at once.
  setTimeout(() => void ready.then(refuseIfClosed), reconnectWithin);
}

async function refuseIfClosed(): Promise<void> {
  if (ports.size > 0) return;
  const request = await findRequest(({ surface }) => surface.kind === 'popup');
  if (request) await refuse(request.id);
}
