/**
 * A sign-in that fails before our eyes: what can be known of it at once is kept until the browser
 * closes, or until it turns out well. Of several it is that of the tab that the person looks at.
 */
import { browser } from '../browser.ts';
import { hasFailed, type PageFacts } from '../diagnosis/index.ts';
import { findPortal, portalOfTab, type PortalId } from '../portals/index.ts';
import { session, sessionCollection } from '../storage.ts';
import { attemptOf, watchAttempts } from './attempts.ts';
import { diagnoseAttempt } from './diagnose.ts';
import { isOver, noteFailed, noteMended } from './failing.ts';
import { dropFailure, dropFailureOf, endFailure, keepFailure } from './last-failure.ts';
import { reportBug } from './report-bug.ts';
import { noteSolved, noteUnsolved } from './solved-failures.ts';

/** By tab: what was seen last of a failure. Of a burst only that is looked into. */
const newest = new Map<number, PageFacts>();

/** By portal: when it last let somebody in, ISO 8601, UTC, by this computer. */
const lettingIn = sessionCollection<string>('let-in');

/** By portal: `at` of the attempt that it let in, unless another one has failed there since. */
const newcomers = sessionCollection<string>('newcomer');

export function keepFailures(ready: Promise<void>): void {
  const inTurn = (work: () => Promise<void>): void => {
    void ready.then(() => navigator.locks.request('keep-failures', work)).catch(reportBug);
  };
  watchAttempts({
    onFailure(tabId, portal, page, isInside) {
      newest.set(tabId, page);
      inTurn(() => keep(tabId, portal, page, isInside));
    },
    onCleared(tabId, why) {
      newest.delete(tabId);
      inTurn(() => (why === 'begun' ? endFailure(tabId) : mend(tabId)));
    },
    onSignedIn(portal, _tabId, { at }) {
      inTurn(() => newcomers.set(portal, at));
    },
    onAccepted(portal, page) {
      if (!hasFailed(page)) inTurn(() => drop(portal, page));
    },
  });
  browser.tabs.onActivated.addListener(({ tabId }) => inTurn(() => keepAgain(tabId)));
  browser.windows.onFocusChanged.addListener((windowId) => {
    if (windowId !== browser.windows.WINDOW_ID_NONE) inTurn(() => keepAgainIn(windowId));
  });
}

async function keepAgainIn(windowId: number): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, windowId });
  if (tab?.id !== undefined) await keepAgain(tab.id);
}

/** What failed there before is over, in whatever tab; what fails later is not. */
async function drop(portal: PortalId, page: PageFacts): Promise<void> {
  if ((await newcomers.get(portal)) !== page.at) return;
  await lettingIn.set(portal, new Date().toISOString());
  await dropFailureOf(portal);
  await noteSolved(portal, page);
}

async function mend(tabId: number): Promise<void> {
  await dropFailure(tabId);
  await noteMended(tabId);
}

/**
 * The person turned to a tab where a sign-in failed before one in another tab did: it still shows the
 * portal, which has let nobody in since.
 */
async function keepAgain(tabId: number): Promise<void> {
  const { lastFailure } = await session.get('lastFailure');
  if (lastFailure?.tabId === tabId) return;
  const page = await attemptOf(tabId);
  const portal = findPortal(page?.portal);
  if (!page || !portal || !hasFailed(page)) return;
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  if (portalOfTab(tab)?.id !== portal.id) return;
  const letIn = await lettingIn.get(portal.id);
  if (letIn !== undefined && letIn > page.at) return;
  newest.set(tabId, page);
  await keep(tabId, portal.id, page);
}

/** `isInside`: what fails comes after the sign-in, which went well. */
async function keep(
  tabId: number,
  portal: PortalId,
  page: PageFacts,
  isInside = false,
): Promise<void> {
  if (newest.get(tabId) !== page) return;
  const [cause] = (await diagnoseAttempt(portal, page)).causes;
  const isUnseen = await isBehind(tabId);
  if (newest.get(tabId) !== page) return;
  newest.delete(tabId);
  if (!cause || (await isOver(portal, tabId, page, cause))) return;
  if ((await newcomers.get(portal)) !== page.at) await newcomers.remove(portal);
  if (!isInside) {
    await noteFailed(portal, tabId, page, cause);
    await noteUnsolved(portal);
  }
  if (!isUnseen) await keepFailure({ portal, tabId, page, cause });
}

/** Another failure is before the person's eyes; that of this tab is told of when they turn to it. */
async function isBehind(tabId: number): Promise<boolean> {
  const { lastFailure } = await session.get('lastFailure');
  if (!lastFailure || lastFailure.isOver || lastFailure.tabId === tabId) return false;
  const [seen, own] = await Promise.all([isActive(lastFailure.tabId), isActive(tabId)]);
  return seen && !own;
}

async function isActive(tabId: number): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return tab?.active === true;
}
