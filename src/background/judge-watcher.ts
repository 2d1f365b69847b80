import { FirmaError } from '../errors.ts';
import { portalAt, watchedOrigins, type PortalId } from '../portals/index.ts';

/** A watcher in a tab with a sign-in page, as the browser vouches for it. */
export interface WatcherSender {
  tabId: number;
  documentId: string;
  /** It sits in the page itself, not in a frame of it. */
  isPage: boolean;
  portal: PortalId;
}

/**
 * Who sent a report. Decided from what the browser says of the sender and nothing else. A sandboxed
 * frame has no origin, whatever its address.
 * @throws FirmaError `origin_not_allowed`
 */
export function judgeWatcher(sender: chrome.runtime.MessageSender): WatcherSender {
  const { id, origin, frameId, documentId, tab } = sender;
  const portal = portalAt(tab?.url);
  const allowed =
    id === chrome.runtime.id && origin !== undefined && watchedOrigins.includes(origin);
  const isPage = frameId === 0;
  const isWhole = !isPage || origin === `https://${portal?.host}`;
  if (!allowed || !portal || !isWhole || tab?.id === undefined || documentId === undefined) {
    throw new FirmaError('origin_not_allowed');
  }
  return { tabId: tab.id, documentId, isPage, portal: portal.id };
}
