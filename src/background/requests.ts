/**
 * The requests of pages that wait for a person: at most one a tab, in `storage.session`, so that
 * they outlive the service worker.
 */
import { browser } from '../browser.ts';
import type { TabMessage } from '../bridge/protocol.ts';
import type { PageSender } from './judge-sender.ts';

export interface PageRequest extends PageSender {
  id: string;
  nonce: string;
  rfc?: string;
  wantsCurp: boolean;
  /** Where the person is asked. A window is known by its id once it is open. */
  surface: { kind: 'popup' } | { kind: 'window'; windowId?: number };
}

const prefix = 'request:';

export async function saveRequest(request: PageRequest): Promise<void> {
  await browser.storage.session.set({ [`${prefix}${request.tabId}`]: request });
}

export async function dropRequest(request: PageRequest): Promise<void> {
  await browser.storage.session.remove(`${prefix}${request.tabId}`);
}

export async function findRequest(
  matches: (request: PageRequest) => boolean,
): Promise<PageRequest | undefined> {
  const all = await browser.storage.session.get(null);
  return Object.entries(all)
    .filter(([key]) => key.startsWith(prefix))
    .map(([, request]) => request as PageRequest)
    .find(matches);
}

/** Whether the very document that asked is still in its tab; one that was left gets no signature. */
export async function isStillThere({ tabId, documentId }: PageSender): Promise<boolean> {
  const message: TabMessage = { firmaLista: 1, kind: 'present' };
  try {
    return (await chrome.tabs.sendMessage(tabId, message, { documentId })) === true;
  } catch {
    return false;
  }
}
