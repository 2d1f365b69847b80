/**
 * The door for what watchers report, apart from the one for requests: nothing can be asked for
 * here, and nobody gets an answer. Who sends is judged before anything of the message is read.
 */
import type { WatcherReport } from '../bridge/protocol.ts';
import { recogniseText } from '../diagnosis/index.ts';
import { readNotices } from '../evidence/read-notices.ts';
import { keepAcuse } from './acuses.ts';
import { attemptWith } from './attempt-with.ts';
import { beginAttempt, changeAttempt, type Attempt } from './attempts.ts';
import { isLetIn } from './optional-portals.ts';
import { judgeWatcher, type WatcherSender } from './judge-watcher.ts';
import { reportBug } from './report-bug.ts';
import { readReport } from './watcher-report.ts';

const mostReports = 200;

export function listenToWatchers(ready: Promise<void>): void {
  chrome.runtime.onMessage.addListener((message: unknown, sender) => {
    if (typeof message !== 'object' || message === null || !('firmaListaSaw' in message)) return;
    void take(ready, message, sender).catch(reportBug);
  });
}

async function take(
  ready: Promise<void>,
  message: object,
  sender: chrome.runtime.MessageSender,
): Promise<void> {
  const watcher = judgeWatcher(sender);
  const report = readReport(message);
  // A page that was open when the person took it back goes on reporting.
  if (!report || !(await isLetIn(watcher.origin))) return;
  const at = Date.now();
  await ready;
  const { answer, receipt } = report;
  try {
    if (watcher.isSignIn) await takeOfAttempt(watcher, report, at);
  } finally {
    if (receipt && answer?.accepted) {
      await keepAcuse(watcher.portal, watcher.origin, receipt, watcher.tabId);
    }
  }
}

async function takeOfAttempt(
  watcher: WatcherSender,
  report: WatcherReport,
  at: number,
): Promise<void> {
  const { answer } = report;
  if (watcher.isPage) await bindDocument(watcher, at);
  let isSigningIn = false;
  await changeAttempt(watcher.tabId, (attempt) => {
    const { portal, documentId, previousDocumentId, reports } = attempt;
    if (answer?.accepted && previousDocumentId === watcher.documentId) return goneBack(attempt);
    const isElsewhere = watcher.isPage && documentId !== watcher.documentId;
    const isGone = attempt.previousFrames?.includes(watcher.documentId) === true;
    if (portal !== watcher.portal || isElsewhere || isGone || reports >= mostReports) {
      return undefined;
    }
    isSigningIn = !attempt.isInside;
    return withFrame(attemptWith(attempt, report, { at, isPage: watcher.isPage }), watcher);
  });
  if (isSigningIn) await takeNotices(watcher, report, at);
}

/** What a frame still has to say when its page has gone is not about the next one. */
function withFrame(attempt: Attempt, { isPage, documentId }: WatcherSender): Attempt {
  const { frames = [] } = attempt;
  return isPage || frames.includes(documentId)
    ? attempt
    : { ...attempt, frames: [...frames, documentId] };
}

/**
 * What a page says in the place of a form: only that it is being worked on, since a page may say
 * anything. Looked at once it has settled, or its form has not come.
 */
async function takeNotices(
  { isPage, tabId, origin, portal, documentId }: WatcherSender,
  { settled, form }: WatcherReport,
  at: number,
): Promise<void> {
  if (!isPage || form === 'found' || (!settled && form !== 'missing')) return;
  const said = await readNotices(tabId, origin);
  const texts = said.filter((text) => recogniseText(portal, text)?.class === 'maintenance');
  if (texts.length === 0) return;
  await changeAttempt(tabId, (attempt) =>
    attempt.portal === portal && attempt.documentId === documentId
      ? attemptWith(attempt, { firmaListaSaw: 1, texts }, { at, isPage })
      : undefined,
  );
}

/** The page had gone back to itself before its own word came that the widget had said yes. */
function goneBack(attempt: Attempt): Attempt | undefined {
  const { isByPage, page } = attempt;
  if (!isByPage) return undefined;
  return {
    ...attempt,
    isBack: true,
    ...(page.http !== undefined && { page: { ...page, loginLoop: true } }),
  };
}

/**
 * Binds the attempt to its document. A page that came from a service worker of the portal, or out
 * of the browser's memory, made no request: its own watcher begins the attempt.
 */
async function bindDocument(
  { tabId, portal, documentId }: WatcherSender,
  at: number,
): Promise<void> {
  let isUnseen = true;
  await changeAttempt(tabId, (attempt) => {
    isUnseen = attempt.documentId !== undefined && attempt.documentId !== documentId;
    if (attempt.previousDocumentId === documentId) isUnseen = false;
    else if (attempt.documentId === undefined) return { ...attempt, documentId };
    return undefined;
  });
  if (isUnseen) await beginAttempt(tabId, { portal, at, isPost: false, documentId });
}
