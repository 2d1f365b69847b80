/** Ends a request when its window is closed, or when its page is left. */
import { browser } from '../browser.ts';
import { refuse, withdraw } from './refusals.ts';
import { findRequest, isStillThere } from './requests.ts';

export function watchRequests(ready: Promise<void>): void {
  browser.windows.onRemoved.addListener((windowId) => {
    void ready.then(() => refuseIn(windowId));
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    void ready.then(() => withdrawFrom(tabId));
  });
  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status === 'loading') void ready.then(() => withdrawFrom(tabId));
  });
}

async function refuseIn(windowId: number): Promise<void> {
  const request = await findRequest(
    ({ surface }) => surface.kind === 'window' && surface.windowId === windowId,
  );
  if (request) await refuse(request.id);
}

async function withdrawFrom(tabId: number): Promise<void> {
  const request = await findRequest((other) => other.tabId === tabId);
  if (request && !(await isStillThere(request))) await withdraw(request.id);
}
