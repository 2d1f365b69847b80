import { FirmaError } from '../errors.ts';
import { bridgeOrigins } from '../portals/index.ts';

/** A page that may ask, as the browser vouches for it. */
export interface PageSender {
  origin: string;
  tabId: number;
  documentId: string;
}

/**
 * Who sent a message of the page API. Decided from what the browser says of the sender and nothing
 * else: `sender.url` names the portal even for a sandboxed frame, so it is never looked at.
 * @throws FirmaError `origin_not_allowed`
 */
export function judgePageSender(sender: chrome.runtime.MessageSender): PageSender {
  const { id, origin, frameId, documentId, tab } = sender;
  const allowed =
    id === chrome.runtime.id &&
    frameId === 0 &&
    origin !== undefined &&
    bridgeOrigins.includes(origin) &&
    tab?.url !== undefined &&
    URL.canParse(tab.url) &&
    new URL(tab.url).origin === origin;
  if (!allowed || tab.id === undefined || documentId === undefined) {
    throw new FirmaError('origin_not_allowed');
  }
  return { origin, tabId: tab.id, documentId };
}

/**
 * Only pages of the extension itself may use the vault; a content script has the same id, but the
 * origin of its page.
 * @throws FirmaError `origin_not_allowed`
 */
export function assertOwnPage(sender: { id?: string; origin?: string }): void {
  if (!isOwnPage(sender)) throw new FirmaError('origin_not_allowed');
}

export function isOwnPage({ id, origin }: { id?: string; origin?: string }): boolean {
  return id === chrome.runtime.id && origin === location.origin;
}
