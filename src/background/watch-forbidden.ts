/**
 * Sees sign-in pages that the browser does not even ask for: it shows that there is no page, and
 * nobody saw a request for it. So it treats the addresses that an administrator has forbidden; of
 * these those who watch requests hear nothing.
 */
import { browser } from '../browser.ts';
import { showsErrorPage } from '../evidence/shows-error-page.ts';
import { portalAt, type PortalId } from '../portals/index.ts';
import { attemptOf, beginAttempt, changeAttempt } from './attempts.ts';

/** As the browser's own page calls it. */
const net = 'BLOCKED_BY_ADMINISTRATOR';

/** The page that a tab goes to, or is at. */
interface Visit {
  readonly url: string | undefined;
  /** Milliseconds since the epoch: when something was last heard of the page before; 0 if never. */
  readonly before: number;
  /** Milliseconds since the epoch: when something was last heard of this one. */
  heard: number;
  isThere: boolean;
}

/** Of what was there before the first one that was seen to begin, requests may have gone unseen. */
const visits = new Map<number, Visit>();

export function watchForbidden(ready: Promise<void>): void {
  browser.tabs.onRemoved.addListener((tabId) => {
    visits.delete(tabId);
  });
  browser.tabs.onUpdated.addListener((tabId, { status }, { url }) => {
    if (status === 'loading') begin(tabId, url);
    if (status !== 'complete') return;
    const visit = visits.get(tabId);
    if (!visit || visit.isThere) return;
    Object.assign(visit, { heard: Date.now(), isThere: true });
    const portal = portalAt(url);
    if (portal) void ready.then(() => lookAt(tabId, portal.id, visit.before));
  });
}

/** One that is left before it is there is never told to be complete. */
function begin(tabId: number, url: string | undefined): void {
  const last = visits.get(tabId);
  if (last && !last.isThere && last.url === url) return;
  visits.set(tabId, { url, before: last?.heard ?? 0, heard: Date.now(), isThere: false });
}

async function lookAt(tabId: number, portal: PortalId, before: number): Promise<void> {
  if ((await wasAskedFor(tabId, portal, before)) || !(await showsErrorPage(tabId))) return;
  // A request may have begun one meanwhile.
  if (await wasAskedFor(tabId, portal, before)) return;
  await beginAttempt(tabId, { portal, at: Date.now(), isPost: false });
  await changeAttempt(tabId, (attempt) => ({ ...attempt, page: { ...attempt.page, net } }));
}

/** An attempt that began after the page before is this page's; so is one of its that failed by itself. */
async function wasAskedFor(tabId: number, portal: PortalId, before: number): Promise<boolean> {
  const page = await attemptOf(tabId);
  if (!page) return false;
  return Date.parse(page.at) >= before || (page.portal === portal && page.net !== undefined);
}
