/**
 * How often in a row a portal turned somebody down: after a few times, some block the account, and
 * some whoever comes from there. An account is its e.firma's; the portal counts for everybody.
 */
import { browser } from '../browser.ts';
import { hasFailed, type PageFacts } from '../diagnosis/index.ts';
import type { Failures } from '../evidence/gatherer.ts';
import { findPortal, type PortalId } from '../portals/index.ts';
import { sessionCollection } from '../storage.ts';
import { watchAttempts } from './attempts.ts';
import { clientHandedOver } from './clients.ts';
import { judgesNobody } from './judges-nobody.ts';
import { reportBug } from './report-bug.ts';

interface Counted extends Failures {
  /** By tab: what was counted of its page, and when that began to load. */
  pages: Record<string, { at: string; refusals: number }>;
}

const none: Counted = { all: 0, by: {}, unknown: 0, pages: {} };

/** By portal. */
const failures = sessionCollection<Counted>('failures');

export function countFailures(ready: Promise<void>): void {
  const inTurn = (work: () => Promise<void>) => {
    void ready.then(() => navigator.locks.request('failures', work)).catch(reportBug);
  };
  watchAttempts({
    onFailure(tabId, portal, page) {
      if (!isTurnedDown(page)) return;
      // Asked for at once: what was refused is forgotten at this very event.
      const whose = handedOver(portal, tabId);
      inTurn(async () => count(portal, tabId, page, await whose));
    },
    onAccepted(portal, page) {
      if (!hasFailed(page)) inTurn(() => forgive(portal));
    },
    onSignedIn(portal, tabId) {
      const whose = handedOver(portal, tabId);
      inTurn(async () => forget(portal, await whose));
    },
  });
  browser.tabs.onRemoved.addListener((tabId) => inTurn(() => forgetTab(tabId)));
}

/** Attempts in a row that the portal turned down. */
export async function failuresAt(portal: string): Promise<Failures> {
  const { all, by, unknown } = (await failures.get(portal)) ?? none;
  return { all, by, unknown };
}

/** Id of the e.firma that was handed over in the tab; undefined where the person has typed it in. */
async function handedOver(portal: PortalId, tabId: number): Promise<string | undefined> {
  const host = findPortal(portal)?.host;
  const client = host === undefined ? undefined : await clientHandedOver(host, tabId);
  return client?.credentialId;
}

function isTurnedDown({ texts, widget }: PageFacts): boolean {
  const classes = texts.map((text) => text.class).filter((found) => found !== undefined);
  if (classes.length > 0) return classes.some((found) => !judgesNobody(found));
  return widget === 'error';
}

/** More is seen of one attempt as it goes on: each refusal counts once. */
async function count(
  portal: PortalId,
  tabId: number,
  { at, refusals = 1 }: PageFacts,
  credentialId: string | undefined,
): Promise<void> {
  const { all, by, unknown, pages } = (await failures.get(portal)) ?? none;
  const before = pages[tabId];
  const more = refusals - (before?.at === at ? before.refusals : 0);
  if (more <= 0) return;
  const isKnown = credentialId !== undefined;
  await failures.set(portal, {
    all: all + more,
    by: isKnown ? { ...by, [credentialId]: (by[credentialId] ?? 0) + more } : by,
    unknown: unknown + (isKnown ? 0 : more),
    pages: { ...pages, [tabId]: { at, refusals } },
  });
}

/** It let somebody in: whoever comes from here is welcome. */
async function forgive(portal: PortalId): Promise<void> {
  const before = await failures.get(portal);
  if (before?.all) await failures.set(portal, { ...before, all: 0 });
}

/** It let this one in; or one of them, and nobody knows which. */
async function forget(portal: PortalId, credentialId: string | undefined): Promise<void> {
  const before = await failures.get(portal);
  if (!before) return;
  if (credentialId === undefined) {
    return await failures.set(portal, { ...none, pages: before.pages });
  }
  const { [credentialId]: _forgotten, ...by } = before.by;
  await failures.set(portal, { ...before, by, unknown: 0 });
}

/** Its pages are gone; what they came to counts on. */
async function forgetTab(tabId: number): Promise<void> {
  for (const [portal, counted] of await failures.entries()) {
    const { [tabId]: gone, ...pages } = counted.pages;
    if (gone) await failures.set(portal, { ...counted, pages });
  }
}
