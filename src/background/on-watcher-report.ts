/**
 * The door for what watchers report, apart from the one for requests: nothing can be asked for
 * here, and nobody gets an answer. Who sends is judged before anything of the message is read.
 */
import * as v from 'valibot';
import type { WatcherReport } from '../bridge/protocol.ts';
import { readText, type PageFacts } from '../diagnosis/index.ts';
import { beginAttempt, changeAttempt, type Attempt } from './attempts.ts';
import { judgeWatcher, type WatcherSender } from './judge-watcher.ts';
import { reportBug } from './report-bug.ts';

const mostReports = 200;
const mostTexts = 10;

const text = v.pipe(v.string(), v.nonEmpty(), v.maxLength(300));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));
const schema = v.strictObject({
  firmaListaSaw: v.literal(1),
  texts: v.exactOptional(v.pipe(v.array(text), v.maxLength(20))),
  answer: v.exactOptional(v.strictObject({ accepted: v.boolean(), text: v.exactOptional(text) })),
  foreignMessages: v.exactOptional(count),
  closedEarly: v.exactOptional(v.literal(true)),
  blank: v.exactOptional(v.boolean()),
  resources: v.exactOptional(
    v.strictObject({ fromCache: count, fromServiceWorker: count, missing: count }),
  ),
  settled: v.exactOptional(v.literal(true)),
});

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
  const parsed = v.safeParse(schema, message);
  if (!parsed.success) return;
  const at = Date.now();
  await ready;
  if (watcher.isPage) await bindDocument(watcher, at);
  await changeAttempt(watcher.tabId, (attempt) => {
    const { portal, documentId, previousDocumentId, reports } = attempt;
    if (parsed.output.answer?.accepted && previousDocumentId === watcher.documentId) {
      return goneBack(attempt);
    }
    const isElsewhere = watcher.isPage && documentId !== watcher.documentId;
    if (portal !== watcher.portal || isElsewhere || reports >= mostReports) return undefined;
    return {
      ...attempt,
      ...(parsed.output.answer?.accepted && { acceptedAt: at }),
      reports: reports + 1,
      page: pageWith(attempt, parsed.output, watcher),
    };
  });
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

function pageWith(
  { page, portal, goneFiles }: Attempt,
  report: Omit<WatcherReport, 'firmaListaSaw'>,
  { isPage }: WatcherSender,
): PageFacts {
  const { answer, foreignMessages = 0, closedEarly, resources } = report;
  // What the page showed before the widget said yes was mended.
  const { disturbedAtOnce: _mended, ...whole } = page;
  const begun: PageFacts = answer?.accepted ? { ...whole, texts: [], foreignMessages: 0 } : page;
  const isDisturbed = foreignMessages > 0 || closedEarly === true;
  const fresh = [...(report.texts ?? []), ...(answer && !answer.accepted ? [answer.text] : [])];
  const texts = fresh.filter((each) => each !== undefined).map((each) => readText(each, portal));
  const seen: PageFacts = {
    ...begun,
    texts: [
      ...begun.texts.filter(({ text }) => !texts.some((other) => other.text === text)),
      ...texts,
    ].slice(-mostTexts),
    foreignMessages: Math.max(begun.foreignMessages, foreignMessages),
    // Nobody has had the time to sign: that is how this page is whenever it is opened.
    ...(isDisturbed && !begun.settled && { disturbedAtOnce: true }),
    ...(closedEarly && begun.widget !== 'ok' && { widget: 'closed_early' }),
    ...(answer && { widget: answer.accepted ? 'ok' : 'error' }),
  };
  if (!isPage) return seen;
  return {
    ...seen,
    ...(report.settled && { settled: true }),
    ...(report.blank !== undefined && { blank: report.blank }),
    ...(resources && {
      fromCache: resources.fromCache,
      fromServiceWorker: resources.fromServiceWorker,
      missingChunks: Math.max(goneFiles, resources.missing),
    }),
  };
}
