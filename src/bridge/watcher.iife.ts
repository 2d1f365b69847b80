/**
 * Sees a sign-in fail, in the isolated world of portal pages and of the widget in them. It reports,
 * asks for nothing, answers nobody, changes nothing in the page, and reads no field of a form but to
 * keep the page's scripts from hearing what is sent in the portal's own protocol (`watch/hush.ts`).
 */
import type { WatcherReport } from './protocol.ts';
import { countResources } from './watch/count-resources.ts';
import { all, isVisible } from './watch/elements.ts';
import { listenFirst } from './watch/hush.ts';
import { looksBlank } from './watch/looks-blank.ts';
import { parse, readAnswer } from './watch/read-answer.ts';
import { readTexts } from './watch/read-texts.ts';
import type { WatchedForm, WatchedPlace } from './watched-place.ts';

/** By origin, out of the rows of the portals. */
declare const __WATCHED__: Readonly<Record<string, WatchedPlace>>;

const mostReports = 60;
/** Milliseconds. */
const lookEvery = 200;
const settledAfter = 1000;
const settledAtLast = 6000;
const patience = 30_000;

const isPage = window === window.top;

/** Where our own world of the document keeps what ends the watcher that is there. */
const world = globalThis as unknown as Record<symbol, (() => void) | undefined>;
const watcherKey = Symbol.for('firma-lista.watcher');
const place = __WATCHED__[location.origin];
const form = place?.forms.find(isHere);

let news: Omit<WatcherReport, 'firmaListaSaw'> = {};
let reports = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let loadedAt: number | undefined;
let changedAt = 0;
let shown = new Set<string>();
let foreignMessages = 0;
let isInside = false;
let isOpen = false;
let hasAnswered = false;
let isBlank = false;
let resources = '';
let hasSettled = false;
let formIs: WatcherReport['form'];
let busySince: number | undefined;
let isLate = false;
let sentAt: number | undefined;

function isHere({ path, isFramed, at }: WatchedForm): boolean {
  const { pathname } = location;
  if (isFramed === isPage) return false;
  return at ? at.includes(pathname) : `${pathname}/`.startsWith(`${path}/`);
}

function hasWidget(): boolean {
  return all(place?.widgets).some(isVisible);
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
  const now = performance.now();
  const texts = readTexts(place?.errors);
  const fresh = [...texts].filter((text) => !shown.has(text));
  if (fresh.length > 0) {
    news.texts = fresh;
    // It has said something, where a person sees it.
    sentAt = undefined;
  }
  shown = texts;

  const wasOpen = isOpen;
  isOpen = hasWidget();
  if (isOpen && !wasOpen) hasAnswered = false;
  if (wasOpen && !isOpen && !hasAnswered) news.closedEarly = true;

  judgeWait(now);
  if (loadedAt !== undefined) {
    judgeForm(now - loadedAt);
    if (isPage) {
      const isQuiet = now - changedAt >= settledAfter && (!form || formIs !== undefined);
      if (isQuiet || now - loadedAt >= settledAtLast) judgePage();
      else lookSoon();
    }
  }
  if (Object.keys(news).length > 0) report();
}

/** Of a form that was sent without an answer, and of a page that asks to wait. */
function judgeWait(now: number): void {
  if (!all(place?.busy).some(isVisible)) busySince = undefined;
  else if (busySince === undefined) {
    busySince = now;
    setTimeout(lookSoon, patience);
  }
  const since = busySince ?? sentAt;
  const wasLate = isLate;
  isLate = since !== undefined && now - since >= patience;
  if (isLate !== wasLate) news.late = isLate;
}

const hasAll = (fields: readonly string[]): boolean =>
  fields.every((field) => all(field).length > 0);

function judgeForm(age: number): void {
  if (!form) return;
  const is = hasAll(form.fields) || all(form.otherWays).length > 0 ? 'found' : 'missing';
  if (is === formIs || (is === 'missing' && age < settledAtLast)) return;
  news.form = formIs = is;
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

/** It shows what comes after the form, and no form. */
function noteInside(selector: string): void {
  if (isInside || all(selector).length === 0) return;
  if (place?.forms.some(({ fields }) => hasAll(fields))) return;
  news.inside = isInside = true;
  // The page may leave for good because of it.
  report();
}

function onChange(): void {
  changedAt = performance.now();
  if (isPage && place?.inside) noteInside(place.inside);
  lookSoon();
}

function onClick({ target }: Event): void {
  if (!form?.isFramed || !(target instanceof Element) || !target.closest(form.submit)) return;
  sentAt = performance.now();
  isLate = false;
  news.sent = true;
  report();
  setTimeout(lookSoon, patience);
}

/** Of the widget that the page's own host hands through, another window than the page. */
function isHandedThrough(source: MessageEventSource | null): boolean {
  try {
    const frame = source as Window;
    const { origin, pathname } = frame.location;
    return (
      frame.parent === window &&
      frame !== window &&
      origin === location.origin &&
      place?.forms.some(
        ({ isFramed, path }) => isFramed && `${pathname}/`.startsWith(`${path}/`),
      ) === true
    );
  } catch {
    return false;
  }
}

function onMessage({ isTrusted, origin, source, data }: MessageEvent<unknown>): void {
  if (!isTrusted) return;
  const isOwn = origin === location.origin;
  if (isOwn ? isHandedThrough(source) : place?.widgetOrigins.includes(origin)) {
    const answer = readAnswer(data);
    if (!answer) return;
    isOpen = hasWidget();
    hasAnswered = true;
    Object.assign(news, answer);
    // The page may leave for good because of it.
    report();
  } else if (source === window && isOwn && parse(data) === undefined && hasWidget()) {
    isOpen = true;
    foreignMessages += 1;
    news.foreignMessages = foreignMessages;
    lookSoon();
  }
}

function onLoad(): void {
  loadedAt = performance.now();
  onChange();
  if (form) setTimeout(lookSoon, settledAtLast);
}

if (isPage) listenFirst();

const mutations = new MutationObserver(onChange);
const loads = new PerformanceObserver(onChange);

function stop(): void {
  // What is still to come on time has nothing to say any more.
  reports = mostReports;
  mutations.disconnect();
  loads.disconnect();
  clearTimeout(timer);
  window.removeEventListener('message', onMessage);
  window.removeEventListener('load', onLoad);
  window.removeEventListener('click', onClick, true);
}

// The extension may have been let out and in again, or be another version of itself: the newest sees
// more than the one before.
world[watcherKey]?.();
world[watcherKey] = stop;

mutations.observe(document, {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
});
loads.observe({ type: 'resource' });
window.addEventListener('message', onMessage);
window.addEventListener('load', onLoad);
window.addEventListener('click', onClick, true);
// It may come late: into a page that was open when the person let the extension in.
if (document.readyState === 'complete') onLoad();
if (isPage) report();
