/** The person pressed «Entrar» in the popup: the page is told, and its request is shown there. */
import type { TabMessage } from '../bridge/protocol.ts';
import { FirmaError } from '../errors.ts';
import type { PageRequest } from './requests.ts';

const askedWithin = 3000;
const started = new Map<number, (request: PageRequest) => void>();

/** @throws FirmaError `page_did_not_ask` when the page does not call `authenticate` in time */
export async function startSignIn(tabId: number): Promise<PageRequest> {
  const asked = new Promise<PageRequest>((resolve, reject) => {
    started.set(tabId, resolve);
    setTimeout(() => reject(new FirmaError('page_did_not_ask')), askedWithin);
  });
  try {
    const message: TabMessage = { firmaLista: 1, kind: 'sign-in' };
    await chrome.tabs.sendMessage(tabId, message, { frameId: 0 }).catch((cause: unknown) => {
      throw new FirmaError('page_did_not_ask', { cause });
    });
    return await asked;
  } finally {
    asked.catch(() => undefined);
    started.delete(tabId);
  }
}

/** Whether the popup waits for a request of this tab. */
export function isStarted(tabId: number): boolean {
  return started.has(tabId);
}

export function handToPopup(request: PageRequest): void {
  started.get(request.tabId)?.(request);
}
