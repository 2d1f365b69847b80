/**
 * Sees sign-ins fail from outside, by the browser's own requests: pages that do not load, a widget
 * that is gone, files that another extension stops, a form that leads back to itself. The events
 * come after the page; what a service worker of the portal answers makes none.
 */
import type { PageFacts } from '../diagnosis/index.ts';
import { blockedByClient } from '../is-broken-off.ts';
import { widgetAt } from '../portals/ask/widget-at.ts';
import { findPortal, isFormAt, isOffsite, portalAt } from '../portals/index.ts';
import { beginAttempt, changeAttempt, type Attempt } from './attempts.ts';
import { uaMajorOf } from '../evidence/ua-major.ts';
import { lookAgain } from './watch-waiting.ts';
import { watchedUrls } from './watched-urls.ts';

type Request = Pick<
  chrome.webRequest.WebRequestDetails,
  | 'documentId'
  | 'frameId'
  | 'initiator'
  | 'method'
  | 'parentDocumentId'
  | 'requestId'
  | 'tabId'
  | 'timeStamp'
  | 'type'
  | 'url'
>;

/** Nobody waits for what becomes of these. */
const unheard: ReadonlySet<string> = new Set(['ping', 'csp_report']);

/** Navigations that another page of the portal sent to its sign-in page. */
const sentBack = new Set<string>();

export function watchFailures(ready: Promise<void>): void {
  const {
    onBeforeRequest,
    onSendHeaders,
    onBeforeRedirect,
    onResponseStarted,
    onCompleted,
    onErrorOccurred,
  } = chrome.webRequest;
  const pages = {
    urls: watchedUrls,
    types: ['main_frame'],
  } satisfies chrome.webRequest.RequestFilter;
  const frames = {
    urls: watchedUrls,
    types: ['sub_frame'],
  } satisfies chrome.webRequest.RequestFilter;
  const files = {
    urls: watchedUrls,
    types: ['script', 'stylesheet'],
  } satisfies chrome.webRequest.RequestFilter;
  onBeforeRequest.addListener((details) => {
    void ready.then(() => beginPage(details));
    return undefined;
  }, pages);
  onBeforeRequest.addListener((details) => {
    void ready.then(() => askForWidget(details));
    return undefined;
  }, frames);
  onSendHeaders.addListener(
    (details) => {
      const sent = details.requestHeaders?.find(({ name }) => /^user-agent$/i.test(name))?.value;
      if (sent === undefined) return;
      const uaMajor = uaMajorOf(sent);
      void ready.then(() => changePage(details, (page) => ({ ...page, uaMajor })));
    },
    pages,
    ['requestHeaders'],
  );
  onResponseStarted.addListener((details) => {
    void ready.then(() => answerPage(details));
  }, pages);
  onBeforeRedirect.addListener((details) => {
    void ready.then(() => noteRedirect(details, details.redirectUrl));
  }, pages);
  onCompleted.addListener((details) => {
    void ready.then(() => completePage(details, details.statusCode));
  }, pages);
  onCompleted.addListener((details) => {
    void ready.then(() => completeWidget(details, details.statusCode));
  }, frames);
  onCompleted.addListener((details) => {
    if (details.statusCode === 404 || details.statusCode === 410) {
      void ready.then(() => loseFile(details));
    }
  }, files);
  onErrorOccurred.addListener(
    (details) => {
      const net = details.error.replace('net::ERR_', '');
      // Somebody left, or closed the tab.
      if (net !== 'ABORTED') void ready.then(() => failRequest(details, net));
    },
    { urls: watchedUrls },
  );
}

const hostOf = (url: string): string => new URL(url).host;

function navigationOf({ requestId, method }: Request): string {
  return `${requestId} ${method}`;
}

async function beginPage(details: Request): Promise<void> {
  const { url, tabId, method, timeStamp: at, requestId, initiator } = details;
  const portal = portalAt(url);
  const isPost = method === 'POST';
  if (portal) {
    const redirect = sentBack.delete(requestId) ? { redirect: 'login' as const } : {};
    const navigation = navigationOf(details);
    const isByPage = initiator === `https://${portal.host}`;
    await beginAttempt(tabId, {
      portal: portal.id,
      at,
      isPost,
      isByPage,
      isInside: !isFormAt(portal, url),
      navigation,
      ...redirect,
    });
    await lookAgain(tabId);
  } else if (isPost) {
    await changeAttempt(tabId, (attempt) =>
      findPortal(attempt.portal)?.host === hostOf(url)
        ? { ...attempt, post: { at, loads: 0 } }
        : undefined,
    );
  }
}

async function noteRedirect(details: Request, redirectUrl: string): Promise<void> {
  const [from, to] = [portalAt(details.url), portalAt(redirectUrl)];
  if (from && isOffsite(redirectUrl)) {
    return changePage(details, (page) => ({ ...page, redirect: 'offsite' }));
  }
  const isOther = !from || !isFormAt(from, details.url);
  const isBack = to?.host === hostOf(details.url) && isFormAt(to, redirectUrl);
  if (isOther && isBack && new URL(details.url).pathname !== '/') sentBack.add(details.requestId);
}

async function answerPage(details: Request): Promise<void> {
  const { timeStamp } = details;
  await changePage(details, (page) => ({
    ...page,
    ttfb: Math.max(0, Math.round(timeStamp - Date.parse(page.at))),
  }));
}

async function askForWidget(details: Request): Promise<void> {
  const { tabId, timeStamp: widgetAskedAt } = details;
  await changeAttempt(tabId, (attempt) =>
    isWidgetOf(attempt, details) ? { ...attempt, widgetAskedAt } : undefined,
  );
  await lookAgain(tabId);
}

async function completePage(details: Request, http: number): Promise<void> {
  const portal = portalAt(details.url);
  if (portal) {
    await changePage(details, ({ loginLoop, ...page }, { isBack }) => ({
      ...page,
      http,
      loginLoop: loginLoop || isBack === true,
    }));
  }
  // What answers a form at its own portal may be that form again, with an error in it.
  const isForm = portal && (details.method === 'POST' || isFormAt(portal, details.url));
  if (http >= 400 || isForm) return;
  // Another page of the portal was shown: it knows who it is.
  await changeAttempt(details.tabId, ({ post, ...attempt }) =>
    post && findPortal(attempt.portal)?.host === hostOf(details.url) ? attempt : undefined,
  );
}

async function completeWidget(details: Request, status: number): Promise<void> {
  await changeWidget(details, ({ widgetNet: _net, ...page }) => ({ ...page, widgetHttp: status }));
}

async function loseFile(details: Request): Promise<void> {
  await changeAttempt(details.tabId, (attempt) => {
    if (!isIn(attempt, details)) return undefined;
    const goneFiles = attempt.goneFiles + 1;
    const missingChunks = Math.max(attempt.page.missingChunks, goneFiles);
    return { ...attempt, goneFiles, page: { ...attempt.page, missingChunks } };
  });
}

async function failRequest(details: Request, net: string): Promise<void> {
  const { type } = details;
  if (type === 'main_frame') return changePage(details, (page) => ({ ...page, net }));
  if (type === 'sub_frame') {
    await changeWidget(details, (page) => ({ ...page, widgetNet: net }));
  }
  if (net !== blockedByClient || unheard.has(type)) return;
  await changeAttempt(details.tabId, (attempt) =>
    isIn(attempt, details)
      ? { ...attempt, page: { ...attempt.page, blocked: attempt.page.blocked + 1 } }
      : undefined,
  );
}

/** Of the navigation that began the attempt, and of no other. */
async function changePage(
  details: Request,
  change: (page: PageFacts, attempt: Attempt) => PageFacts,
): Promise<void> {
  await changeAttempt(details.tabId, (attempt) =>
    attempt.navigation === navigationOf(details)
      ? { ...attempt, page: change(attempt.page, attempt) }
      : undefined,
  );
}

async function changeWidget(
  details: Request,
  change: (page: PageFacts) => PageFacts,
): Promise<void> {
  await changeAttempt(details.tabId, (attempt) =>
    isWidgetOf(attempt, details) ? { ...attempt, page: change(attempt.page) } : undefined,
  );
}

/** Only the frame that the form of the portal is in. */
function isWidgetOf(attempt: Attempt, details: Request): boolean {
  const forms = findPortal(attempt.portal)?.forms ?? [];
  return isIn(attempt, details) && widgetAt(details.url, forms) !== undefined;
}

/** What the page of the attempt asked for, or a frame right in it. */
function isIn({ documentId, previousDocumentId }: Attempt, details: Request): boolean {
  const asking = details.frameId === 0 ? details.documentId : details.parentDocumentId;
  if (asking !== undefined && asking === previousDocumentId) return false;
  return documentId === undefined || asking === undefined || asking === documentId;
}
