/**
 * What portals ask the widget in a frame for, by the browser's own account of the form that they
 * post to it. What is shown belongs to the document that is there: a post counts once its answer
 * comes, and one that is given up leaves the one before.
 */
import { browser } from '../browser.ts';
import { askIn } from '../portals/ask/ask-in.ts';
import { widgetAt } from '../portals/ask/widget-at.ts';
import { reportBug } from './report-bug.ts';
import { forgetTabAsks, inTurn, readTabAsks, writeFrameAsk } from './tab-asks.ts';

type Request = chrome.webRequest.OnBeforeRequestDetails;

const urls = ['https://*.imss.gob.mx/*'];
/** Answers that leave the document where it is (RFC 9110 §15.3.5, §15.3.6). */
const withoutDocument: ReadonlySet<number> = new Set([204, 205]);

export function watchPortalAsks(ready: Promise<void>): void {
  const { onBeforeRequest, onResponseStarted, onErrorOccurred } = chrome.webRequest;
  const frames = { urls, types: ['sub_frame'] } satisfies chrome.webRequest.RequestFilter;
  const take = (work: () => Promise<void>): void => {
    void ready.then(() => inTurn(work)).catch(reportBug);
  };
  onBeforeRequest.addListener(
    (details) => {
      take(() => beginOrForget(details));
      return undefined;
    },
    frames,
    ['requestBody'],
  );
  onResponseStarted.addListener((details) => {
    take(() => end(details, !withoutDocument.has(details.statusCode)));
  }, frames);
  onErrorOccurred.addListener((details) => take(() => end(details, false)), frames);
  browser.tabs.onRemoved.addListener((tabId) => take(() => forgetTabAsks(tabId)));
  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status === 'complete') void ready.then(() => forgetLostFrames(tabId)).catch(reportBug);
  });
}

/** What could not be kept must not leave the one before in its place. */
async function beginOrForget(details: Request): Promise<void> {
  try {
    await begin(details);
  } catch (error) {
    await forgetTabAsks(details.tabId);
    throw error;
  }
}

async function begin(details: Request): Promise<void> {
  const { tabId, frameId, requestId, url, method, initiator, requestBody, timeStamp } = details;
  const { formData, raw } = requestBody ?? {};
  const found = askIn({ url, method, initiator, formData, raw });
  const before = (await readTabAsks(tabId))[frameId];
  if (found === 'same' && (before || !isOpened(details))) return;
  if (found !== 'none' && found !== 'same') {
    const coming = { requestId, ask: found };
    return writeFrameAsk(tabId, frameId, { ...before, at: timeStamp, coming });
  }
  // A redirect within the widget does not bring again what it was sent.
  const isRedirect = before?.coming?.requestId === requestId && widgetAt(url) !== undefined;
  if (isRedirect) return;
  const asksNothing = widgetAt(url) !== undefined;
  if (before || asksNothing) {
    const coming = { requestId, ...(asksNothing && { asksNothing }) };
    await writeFrameAsk(tabId, frameId, { ...before, at: before?.at ?? timeStamp, coming });
  }
}

/** By the page around it, which may have the same origin. */
function isOpened({ url, method, initiator }: Request): boolean {
  const ancestors = widgetAt(url)?.ancestors ?? [];
  return method === 'GET' && ancestors.some((origin) => origin === initiator);
}

async function end(
  { tabId, frameId, requestId }: Pick<Request, 'tabId' | 'frameId' | 'requestId'>,
  hasDocument: boolean,
): Promise<void> {
  const kept = (await readTabAsks(tabId))[frameId];
  if (!kept) return;
  const { at, coming, ...before } = kept;
  // Given up with its answer on the way: which document is there now, nobody can tell.
  if (before.answered === requestId) {
    return writeFrameAsk(tabId, frameId, coming && { at, coming });
  }
  if (coming?.requestId !== requestId) return;
  const { ask, asksNothing } = coming;
  const after = { ...(ask && { shown: ask }), ...(asksNothing && { asksNothing }) };
  const now = hasDocument ? after : before;
  const isKnown = Object.keys(now).length > 0;
  const answered = hasDocument && { answered: requestId };
  await writeFrameAsk(tabId, frameId, isKnown ? { at, ...now, ...answered } : undefined);
}

/** Frames of the page before are gone: nothing can be run in them any more. */
async function forgetLostFrames(tabId: number): Promise<void> {
  for (const [frame, { answered, coming }] of Object.entries(await readTabAsks(tabId))) {
    const frameId = Number(frame);
    if (coming || (await isThere(tabId, frameId))) continue;
    await inTurn(async () => {
      // It may have been on its way to another document.
      const now = (await readTabAsks(tabId))[frameId];
      if (now?.answered === answered && !now?.coming)
        await writeFrameAsk(tabId, frameId, undefined);
    });
  }
}

async function isThere(tabId: number, frameId: number): Promise<boolean> {
  const target = { tabId, frameIds: [frameId] };
  return await chrome.scripting.executeScript({ target, func: () => true }).then(
    () => true,
    () => false,
  );
}
