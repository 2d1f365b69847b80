/** Whether the popup is open: a request that is shown there is refused when it closes. */
import { assertOwnPage } from './judge-sender.ts';
import { refuse } from './refusals.ts';
import { findRequest } from './requests.ts';

const reconnectWithin = 3000;
const ports = new Set<chrome.runtime.Port>();

export function watchPopup(): void {
  chrome.runtime.onConnect.addListener((port) => {
    if (port.name !== 'popup') return;
    assertOwnPage(port.sender ?? {});
    ports.add(port);
    port.onDisconnect.addListener(() => {
      ports.delete(port);
      void refuseIfClosed();
    });
  });
  // A popup that outlived the last service worker connects again at once.
  setTimeout(() => void refuseIfClosed(), reconnectWithin);
}

async function refuseIfClosed(): Promise<void> {
  if (ports.size > 0) return;
  const request = await findRequest(({ surface }) => surface.kind === 'popup');
  if (request) await refuse(request.id);
}
