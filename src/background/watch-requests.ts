/** Ends a request when its window is closed, or when its page is left. */
import { browser } from '../browser.ts';
import { refuse, withdraw } from './refusals.ts';
import { findRequest, isStillThere } from './requests.ts';

export function watchRequests(): void {
  browser.windows.onRemoved.addListener((windowId) => {
    void findRequest(
      ({ surface }) => surface.kind === 'window' && surface.windowId === windowId,
    ).then((request) => request && refuse(request.id));
  });
  browser.tabs.onRemoved.addListener((tabId) => void withdrawFrom(tabId));
  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status === 'loading') void withdrawFrom(tabId);
  });
}

async function withdrawFrom(tabId: number): Promise<void> {
  const request = await findRequest((other) => other.tabId === tabId);
  if (request && !(await isStillThere(request))) await withdraw(request.id);
}
