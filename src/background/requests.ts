/**
 * The requests of pages that wait for a person: at most one a tab, in `storage.session`, so that
 * they outlive the service worker.
 */
import type { TabMessage } from '../bridge/protocol.ts';
import { pause } from '../evidence/pause.ts';
import { heldCollection } from './held-collection.ts';
import type { PageSender } from './judge-sender.ts';

export interface PageRequest extends PageSender {
  /** Ours: of the approval, of its lock and of its audit entry. */
  id: string;
  /** The page's own, good only together with its document. */
  callId: string;
  nonce: string;
  rfc?: string;
  wantsCurp: boolean;
  /** Where the person is asked. A window is known by its id once it is open. */
  surface: { kind: 'popup' } | { kind: 'window'; windowId?: number };
}

/** Milliseconds. A page that keeps its own thread busy for longer counts as gone. */
const answersWithin = 2000;

/** By tab. */
const requests = heldCollection<PageRequest>('request');

export async function saveRequest(request: PageRequest): Promise<void> {
  await requests.set(String(request.tabId), request);
}

export async function dropRequest(request: PageRequest): Promise<void> {
  await requests.remove(String(request.tabId));
}

export async function findRequest(
  matches: (request: PageRequest) => boolean,
): Promise<PageRequest | undefined> {
  return (await requests.entries()).map(([, request]) => request).find(matches);
}

/** Whether the very document that asked is still in its tab; one that was left gets no signature. */
export async function isStillThere({ tabId, documentId }: PageSender): Promise<boolean> {
  const message: TabMessage = { firmaLista: 1, kind: 'present' };
  const answer = chrome.tabs.sendMessage<TabMessage, unknown>(tabId, message, { documentId });
  return await Promise.race([
    answer.then((present) => present === true).catch(() => false),
    pause(answersWithin, false),
  ]);
}

/** One call of one document. The page chose the id, so alone it means nothing. */
export function callKey({ tabId, documentId }: PageSender, callId: string): string {
  return `${tabId} ${documentId} ${callId}`;
}
