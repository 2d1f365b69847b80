/** Where a person is asked: a window of ours, or the popup when they started there. */
import { browser } from '../browser.ts';
import { session } from '../storage.ts';
import type { PageRequest } from './requests.ts';
import { findRequest, saveRequest } from './requests.ts';

const size = { width: 420, height: 640 };
const windowsAMinute = 3;

const addressOf = (id: string): string =>
  chrome.runtime.getURL(`src/approval/index.html?request=${id}`);

/** Opens the approval window of a request, and keeps which one it is. */
export async function openApproval(request: PageRequest): Promise<void> {
  const { id } = request;
  const window = await chrome.windows.create({
    url: addressOf(id),
    type: 'popup',
    focused: true,
    ...size,
  });
  await keepWindow(id, window?.id);
}

/** The popup went away before it could show the request. */
export async function moveToWindow(request: PageRequest): Promise<void> {
  const moved: PageRequest = { ...request, surface: { kind: 'window' } };
  await saveRequest(moved);
  await openApproval(moved);
}

/** A worker that died may have left a request without its window, or not know which one it is. */
export async function restoreApproval(request: PageRequest): Promise<void> {
  if (request.surface.kind === 'popup') return;
  const [context] = await chrome.runtime.getContexts({ documentUrls: [addressOf(request.id)] });
  if (context) await keepWindow(request.id, context.windowId);
  else await openApproval(request);
}

/** Under the lock of the request: one that ends meanwhile must not be written down again. */
async function keepWindow(id: string, windowId: number | undefined): Promise<void> {
  if (windowId === undefined) return;
  await navigator.locks.request(`request:${id}`, async () => {
    const request = await findRequest((other) => other.id === id);
    if (request) await saveRequest({ ...request, surface: { kind: 'window', windowId } });
    else await browser.windows.remove(windowId).catch(() => undefined);
  });
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

/**
 * A page that asks again and again must not bury the person in windows. Windows that a clock that
 * was wrong put into the future count no more once it is right.
 */
export async function mayOpenWindow(now: number): Promise<boolean> {
  return await navigator.locks.request('openedAt', async () => {
    const { openedAt = [] } = await session.get('openedAt');
    const recent = openedAt.filter((at) => Math.abs(now - at) < 60_000);
    if (recent.length >= windowsAMinute) return false;
    await session.set({ openedAt: [...recent, now] });
    return true;
  });
}
