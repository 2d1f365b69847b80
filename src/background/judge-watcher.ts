import { FirmaError } from '../errors.ts';
import {
  optionalOrigins,
  portalAt,
  signingAt,
  watchedOrigins,
  type PortalId,
} from '../portals/index.ts';

/** A watcher in a tab with a page of a portal, as the browser vouches for it. */
export interface WatcherSender {
  tabId: number;
  documentId: string;
  /** Of the document that it sits in. */
  origin: string;
  /** It sits in the page itself, not in a frame of it. */
  isPage: boolean;
  portal: PortalId;
  /** The page is one to sign in at; otherwise something may be signed there. */
  isSignIn: boolean;
}

const origins: ReadonlySet<string> = new Set([...watchedOrigins, ...optionalOrigins]);

/**
 * Who sent a report. Decided from what the browser says of the sender and nothing else. A sandboxed
 * frame has no origin, whatever its address.
 * @throws FirmaError `origin_not_allowed`
 */
export function judgeWatcher(sender: chrome.runtime.MessageSender): WatcherSender {
  const { id, origin, frameId, documentId, tab } = sender;
  const signIn = portalAt(tab?.url);
  const portal = signIn ?? signingAt(tab?.url);
  const isPage = frameId === 0;
  const isWhole = !isPage || origin === `https://${portal?.host}`;
  if (
    id !== chrome.runtime.id ||
    origin === undefined ||
    !origins.has(origin) ||
    !portal ||
    !isWhole ||
    tab?.id === undefined ||
    documentId === undefined
  ) {
    throw new FirmaError('origin_not_allowed');
  }
  return {
    tabId: tab.id,
    documentId,
    origin,
    isPage,
    portal: portal.id,
    isSignIn: signIn !== undefined,
  };
}
