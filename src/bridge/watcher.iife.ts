/**
 * Sees a sign-in fail, in the isolated world of portal pages and of the widget in them. It reports
 * and nothing else: it asks for nothing, answers nobody, changes nothing in the page, and reads no
 * field of a form.
 */
import type { WatcherReport } from './protocol.ts';

/** CSS selectors and origins, out of the rows of the portals. */
declare const __ERROR_NODES__: string;
declare const __WIDGET_FRAMES__: string;
declare const __WIDGET_ORIGINS__: readonly string[];

const mostReports = 60;
const mostNodes = 100;
const longestNode = 10_000;
const mostTexts = 20;
const longestText = 300;
const longestAnswer = 4 * 1024 * 1024;
/** Milliseconds. */
const lookEvery = 200;
const settledAfter = 1000;
const settledAtLast = 6000;

const things =
  'img, svg, canvas, video, object, embed, iframe, frame, button, select, textarea, input:not([type=hidden])';
const script = /\.(?:m?js|css)(?:;|$)/;

let news: Omit<WatcherReport, 'firmaListaSaw'> = {};
let reports = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let loadedAt: number | undefined;
let changedAt = 0;
let shown = new Set<string>();
let foreignMessages = 0;
let isOpen = false;
let hasAnswered = false;
let isBlank = false;
let resources = '';
let hasSettled = false;

function isVisible(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return (
    width > 1 &&
    height > 1 &&
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  );
}

function hasWidget(): boolean {
  return [...document.querySelectorAll(__WIDGET_FRAMES__)].some(isVisible);
}

function readTexts(): Set<string> {
  const texts = [...document.querySelectorAll(__ERROR_NODES__)]
    .filter((node) => node instanceof HTMLElement)
    .slice(0, mostNodes)
    .filter(isVisible)
    .map(({ innerText }) => innerText.slice(0, longestNode).replaceAll(/\s+/g, ' ').trim())
    .map((text) => text.slice(0, longestText));
  return new Set(texts.filter((text) => text !== '').slice(0, mostTexts));
}

function looksBlank(): boolean {
  const { body } = document;
  return (
    body instanceof HTMLElement &&
    ![...body.querySelectorAll(things)].some(isVisible) &&
    body.innerText.trim() === ''
  );
}

/** The browser gives sizes, sources and status of what has the page's own origin. */
function countResources(): Required<WatcherReport>['resources'] {
  const entries = [
    ...performance.getEntriesByType('navigation'),
    ...performance.getEntriesByType('resource'),
  ] as (PerformanceResourceTiming & { deliveryType: string })[];
  const ours = entries.filter(({ name, entryType }) => {
    const { origin, pathname } = new URL(name, location.href);
    return origin === location.origin && (entryType === 'navigation' || script.test(pathname));
  });
  const byWorker = ours.filter(({ workerStart }) => workerStart > 0);
  return {
    fromCache: ours.filter((entry) => entry.deliveryType === 'cache' && !byWorker.includes(entry))
      .length,
    fromServiceWorker: byWorker.length,
    missing: ours.filter(
      ({ entryType, responseStatus: status }) =>
        entryType === 'resource' && (status === 404 || status === 410),
    ).length,
  };
}

/** An extension that was updated or reloaded leaves this script behind, with nobody to tell. */
function isOrphan(): boolean {
  return chrome.runtime?.id === undefined;
}

function report(): void {
  if (reports >= mostReports || isOrphan()) return stop();
  reports += 1;
  const seen: WatcherReport = { firmaListaSaw: 1, ...news };
  news = {};
  try {
    void chrome.runtime.sendMessage(seen).catch(() => undefined);
  } catch {
    stop();
  }
}

function look(): void {
  timer = undefined;
  const texts = readTexts();
  const fresh = [...texts].filter((text) => !shown.has(text));
  if (fresh.length > 0) news.texts = fresh;
  shown = texts;

  const wasOpen = isOpen;
  isOpen = hasWidget();
  if (isOpen && !wasOpen) hasAnswered = false;
  if (wasOpen && !isOpen && !hasAnswered) news.closedEarly = true;

  if (window === window.top && loadedAt !== undefined) {
    const now = performance.now();
    if (now - changedAt >= settledAfter || now - loadedAt >= settledAtLast) judgePage();
    else lookSoon();
  }
  if (Object.keys(news).length > 0) report();
}

function judgePage(): void {
  if (!hasSettled) news.settled = hasSettled = true;
  const blank = looksBlank();
  if (blank !== isBlank) news.blank = isBlank = blank;
  const counted = countResources();
  if (JSON.stringify(counted) === resources) return;
  resources = JSON.stringify(counted);
  news.resources = counted;
}

function lookSoon(): void {
  timer ??= setTimeout(look, lookEvery);
}

function onChange(): void {
  changedAt = performance.now();
  lookSoon();
}

function isJson(data: unknown): boolean {
  try {
    return typeof data === 'string' && JSON.parse(data) !== undefined;
  } catch {
    return false;
  }
}

function readAnswer(data: unknown): WatcherReport['answer'] {
  if (typeof data !== 'string' || data.length > longestAnswer || !isJson(data)) return undefined;
  const answer: unknown = JSON.parse(data);
  if (typeof answer !== 'object' || answer === null || !('resultado' in answer)) return undefined;
  const { resultado, texto, mensaje } = answer as Record<string, unknown>;
  const text = [texto, mensaje].find((value) => typeof value === 'string' && value !== '');
  return {
    accepted: resultado === 0 || resultado === '0',
    ...(typeof text === 'string' && { text: text.slice(0, longestText) }),
  };
}

function onMessage({ isTrusted, origin, source, data }: MessageEvent<unknown>): void {
  if (!isTrusted) return;
  if (origin !== location.origin && __WIDGET_ORIGINS__.includes(origin)) {
    const answer = readAnswer(data);
    if (!answer) return;
    isOpen = hasWidget();
    hasAnswered = true;
    news.answer = answer;
    // The page may leave for good because of it.
    report();
  } else if (source === window && origin === location.origin && !isJson(data) && hasWidget()) {
    isOpen = true;
    foreignMessages += 1;
    news.foreignMessages = foreignMessages;
    lookSoon();
  }
}

function onLoad(): void {
  loadedAt = performance.now();
  onChange();
}

const mutations = new MutationObserver(onChange);
const loads = new PerformanceObserver(onChange);

function stop(): void {
  mutations.disconnect();
  loads.disconnect();
  clearTimeout(timer);
  window.removeEventListener('message', onMessage);
  window.removeEventListener('load', onLoad);
}

mutations.observe(document, {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
});
loads.observe({ type: 'resource' });
window.addEventListener('message', onMessage);
window.addEventListener('load', onLoad);
if (window === window.top) report();
