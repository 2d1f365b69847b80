/** Where a person is asked: a window of ours, or the popup when they started there. */
import { browser } from '../browser.ts';
import type { PageRequest } from './requests.ts';
import { findRequest, saveRequest } from './requests.ts';

const size = { width: 420, height: 640 };
const windowsAMinute = 3;

/** Opens the approval window of a request, and keeps which one it is. */
export async function openApproval(request: PageRequest): Promise<void> {
  const { id } = request;
  const window = await chrome.windows.create({
    url: chrome.runtime.getURL(`src/approval/index.html?request=${id}`),
    type: 'popup',
    focused: true,
    ...size,
  });
  const current = await findRequest((other) => other.id === id);
  const windowId = window?.id;
  if (current && windowId !== undefined) {
    await saveRequest({ ...current, surface: { kind: 'window', windowId } });
  } else if (windowId !== undefined) {
    await browser.windows.remove(windowId);
  }
}

/** The same screen as the popup's, in a window, where the browser does not open the popup. */
export async function openSignInWindow(tabId: number): Promise<void> {
  await chrome.windows.create({
    url: chrome.runtime.getURL(`src/approval/index.html?tab=${tabId}`),
    type: 'popup',
    focused: true,
    ...size,
  });
}

export async function closeApproval({ surface }: PageRequest): Promise<void> {
  if (surface.kind !== 'window' || surface.windowId === undefined) return;
  await browser.windows.remove(surface.windowId).catch(() => undefined);
}

/** A page that asks again and again must not bury the person in windows. */
export async function mayOpenWindow(now: number): Promise<boolean> {
  const { openedAt } = await browser.storage.session.get('openedAt');
  const recent = ((openedAt as number[] | undefined) ?? []).filter((at) => now - at < 60_000);
  if (recent.length >= windowsAMinute) return false;
  await browser.storage.session.set({ openedAt: [...recent, now] });
  return true;
}
