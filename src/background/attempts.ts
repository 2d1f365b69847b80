/**
 * The attempt to sign in that each tab is at: what was seen of it, from outside by the browser's
 * requests and from inside by the watcher. A new one begins whenever a sign-in page is loaded.
 */
import { browser } from '../browser.ts';
import { hasFailed, type PageFacts } from '../diagnosis/index.ts';
import { findPortal, type PortalId } from '../portals/index.ts';
import { heldCollection } from './held-collection.ts';
import { isTooSoon, loadAfter, type LoginPost } from './login-loop.ts';

export interface Attempt {
  portal: PortalId;
  page: PageFacts;
  /** Of the navigation that began it; one that a service worker answered has none. */
  navigation?: string;
  /** The document it takes place in, once it is there. */
  documentId?: string;
  /** The document of the attempt before: what it still has to say is not about this one. */
  previousDocumentId?: string;
  /** Files of the portal that the network did not have. */
  goneFiles: number;
  post?: LoginPost;
  /** Milliseconds since the epoch: the widget took what it was given. */
  acceptedAt?: number;
  /** The documents of its frames that have said something; and those of the attempt before. */
  frames?: readonly string[];
  previousFrames?: readonly string[];
  /** A page of the portal went there, not the person. */
  isByPage?: true;
  /** The page went back to itself after that: a loop, if this is where it ends. */
  isBack?: true;
  /** Milliseconds since the epoch: the page asked for its widget. */
  widgetAskedAt?: number;
  /** The page comes after the one with the form, and answers no form. */
  isInside?: true;
  /** The form in the widget was sent, and has not answered yet. */
  isAwaited?: true;
  /** By what it was seen that what was sent last was turned down. */
  refusedBy?: 'text' | 'answer';
  reports: number;
}

/** Called for each change; nobody waits for it. */
export interface AttemptListener {
  /** It failed, or more was seen of one that had failed. */
  readonly onFailure?: (
    tabId: number,
    portal: PortalId,
    page: PageFacts,
    isInside: boolean,
  ) => void;
  /** Another one began, or nothing is wrong any more with one that had failed. */
  readonly onCleared?: (tabId: number, why: 'begun' | 'mended') => void;
  /** The widget took what it was given, or more was seen of such an attempt. */
  readonly onAccepted?: (portal: PortalId, page: PageFacts) => void;
  /** The widget takes what it was given, at this very moment. */
  readonly onSignedIn?: (portal: PortalId, tabId: number, page: PageFacts) => void;
}

export interface Beginning {
  portal: PortalId;
  /** Milliseconds since the epoch. */
  at: number;
  isPost: boolean;
  /** A page of the portal went there, not the person. */
  isByPage?: boolean;
  /** The page comes after the one with the form: it counts for no loop. */
  isInside?: boolean;
  navigation?: string;
  documentId?: string;
  redirect?: 'login';
}

const attempts = heldCollection<Attempt>('attempt');
const listeners = new Set<AttemptListener>();

/** Registered when the worker starts, before any event. */
export function watchAttempts(listener: AttemptListener): void {
  listeners.add(listener);
}

/** Attempts end with their tab. */
export function forgetClosedTabs(ready: Promise<void>): void {
  browser.tabs.onRemoved.addListener((tabId) => {
    void ready.then(() => attempts.remove(String(tabId)));
  });
}

export async function attemptOf(tabId: number): Promise<PageFacts | undefined> {
  return (await attempts.get(String(tabId)))?.page;
}

export async function beginAttempt(tabId: number, beginning: Beginning): Promise<void> {
  const begun = await attempts.change(String(tabId), (previous) => {
    // A redirect from one address of the sign-in page to another is still the same navigation.
    const { navigation } = beginning;
    const isSame = navigation !== undefined && previous?.navigation === navigation;
    return isSame ? undefined : firstOf(beginning, previous);
  });
  if (begun) tell(tabId, undefined);
}

/** Changes the attempt of a tab, if there is one; `change` gives undefined to leave it alone. */
export async function changeAttempt(
  tabId: number,
  change: (attempt: Attempt) => Attempt | undefined,
): Promise<void> {
  const changed = await attempts.change(String(tabId), (before) => before && change(before));
  const { before, after } = changed ?? {};
  if (after && (!before || seenIn(before) !== seenIn(after))) tell(tabId, after, before);
}

/** To give it another e.firma is nothing that was seen: what had failed has not failed again. */
function seenIn({ page: { filledWith: _given, ...seen } }: Attempt): string {
  return JSON.stringify(seen);
}

function firstOf(beginning: Beginning, previous: Attempt | undefined): Attempt {
  const { portal, at, isPost, isByPage, isInside, navigation, documentId, redirect } = beginning;
  const isBack =
    isByPage === true && previous?.portal === portal && isTooSoon(previous.acceptedAt, at);
  const sent = previous?.portal === portal ? previous.post : undefined;
  const post = isInside && !isPost ? sent : loadAfter(sent, { at, isPost });
  // The answer to a form comes in a page of its own.
  const isAnswer = isPost || sent?.loads === 0;
  const filledWith = isAnswer && previous?.portal === portal ? previous.page.filledWith : undefined;
  return {
    portal,
    page: {
      portal,
      at: new Date(at).toISOString(),
      ...(redirect && { redirect }),
      ...(filledWith !== undefined && { filledWith }),
      ...(findPortal(portal)?.watch?.opensWidget && { opensWidget: true }),
      blank: false,
      texts: [],
      foreignMessages: 0,
      blocked: 0,
      missingChunks: 0,
      fromCache: 0,
      fromServiceWorker: 0,
      loginLoop: isInside !== true && post !== undefined && post.loads >= 2,
    },
    ...(navigation !== undefined && { navigation }),
    ...(documentId !== undefined && { documentId }),
    ...(previous?.documentId !== undefined && { previousDocumentId: previous.documentId }),
    ...(previous?.frames && { previousFrames: previous.frames }),
    goneFiles: 0,
    ...(post && { post }),
    ...(isByPage && { isByPage }),
    ...(isBack && { isBack }),
    ...(isInside && !isPost && { isInside }),
    reports: 0,
  };
}

function tell(tabId: number, after: Attempt | undefined, before?: Attempt): void {
  const isAccepted = after?.page.widget === 'ok';
  for (const { onFailure, onCleared, onAccepted, onSignedIn } of listeners) {
    if (isAccepted && before?.page.widget !== 'ok') {
      onSignedIn?.(after.portal, tabId, after.page);
    }
    if (isAccepted) onAccepted?.(after.portal, after.page);
    if (after && hasFailed(after.page)) {
      onFailure?.(tabId, after.portal, after.page, after.isInside === true);
    } else if (!before) onCleared?.(tabId, 'begun');
    else if (hasFailed(before.page)) onCleared?.(tabId, 'mended');
  }
}
