/** The person pressed «Entrar» in the popup: the page is told, and its request is shown there. */
import type { TabMessage } from '../bridge/protocol.ts';
import { FirmaError } from '../errors.ts';
import type { PageSender } from './judge-sender.ts';
import type { PageRequest } from './requests.ts';

const askedWithin = 3000;

interface Start {
  documentId: string;
  take: (request: PageRequest) => void;
}

/** By tab: the popup waits for a request of this very document. */
const started = new Map<number, Start>();

/**
 * Tells the page that the screen showed, and no other that came in its place.
 * @throws FirmaError `page_did_not_ask` when it does not call `authenticate` in time;
 * `page_changed` when the tab shows another page by now
 */
export async function startSignIn({
  tabId,
  origin,
}: {
  tabId: number;
  origin: string;
}): Promise<PageRequest> {
  const documentId = await documentAt(tabId, origin);
  const asked = new Promise<PageRequest>((resolve, reject) => {
    started.set(tabId, { documentId, take: resolve });
    setTimeout(() => reject(new FirmaError('page_did_not_ask')), askedWithin);
  });
  asked.catch(() => undefined);
  try {
    const message: TabMessage = { firmaLista: 1, kind: 'sign-in' };
    await chrome.tabs.sendMessage(tabId, message, { documentId }).catch((cause: unknown) => {
      throw new FirmaError('page_did_not_ask', { cause });
    });
    return await asked;
  } finally {
    if (started.get(tabId)?.documentId === documentId) started.delete(tabId);
  }
}

/** Whether the popup waits for a request of this page. */
export function isStarted({ tabId, documentId }: PageSender): boolean {
  return started.get(tabId)?.documentId === documentId;
}

/** Shows a request in the popup. False when it no longer waits for one. */
export function handToPopup(request: PageRequest): boolean {
  const start = started.get(request.tabId);
  if (start?.documentId !== request.documentId) return false;
  start.take(request);
  return true;
}

async function documentAt(tabId: number, origin: string): Promise<string> {
  const [frame] = await chrome.scripting
    .executeScript({ target: { tabId }, func: () => self.origin })
    .catch(() => []);
  if (frame?.result !== origin) throw new FirmaError('page_changed');
  return frame.documentId;
}
