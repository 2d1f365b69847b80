/**
 * What repairs changed, with what puts it back: cookies and other secrets of portals, so it waits in
 * the memory of the browser only, and no longer than it can be undone.
 */
import { browser } from '../browser.ts';
import { compare, type PageFacts } from '../diagnosis/index.ts';
import type { ActiveClient, Change } from '../messages.ts';
import { findPortal, siteOf, type PortalId } from '../portals/index.ts';
import { repairs } from '../repairs/index.ts';
import { local, sessionCollection } from '../storage.ts';
import { watchAttempts } from './attempts.ts';
import { isPauseOn } from './is-pause-on.ts';
import { listLastingChanges } from './lasting-changes.ts';
import { reportBug } from './report-bug.ts';

export interface KeptChange extends Change {
  snapshot?: unknown;
  /** The attempt that had failed. */
  before?: PageFacts;
  /** Whose session it ended. */
  client?: ActiveClient;
  /** Somebody signed in since, perhaps another: an old session must not come back over theirs. */
  isPast?: true;
}

const kept = sessionCollection<KeptChange>('change');
const alarm = 'forget-changes';

/** Keeps it until it can no longer be undone. */
export async function keepChange(change: KeptChange): Promise<void> {
  await kept.set(change.id, change);
  await forgetExpired();
}

/** It came to nothing. */
export async function dropChange(id: string): Promise<void> {
  await kept.remove(id);
}

/** The change, or undefined when it is too late. */
export async function findChange(id: string): Promise<KeptChange | undefined> {
  await forgetExpired();
  return (await kept.get(id)) ?? (await listLastingChanges()).find((change) => change.id === id);
}

/** For «Cambios que hice», the newest first, without what puts them back. */
export async function listChanges(): Promise<Change[]> {
  await forgetExpired();
  const all = (await kept.entries()).map(([, change]) => change);
  const earlier = (await listLastingChanges()).filter(({ id }) =>
    all.every((change) => change.id !== id),
  );
  return [...all, ...earlier]
    .map(({ snapshot: _snapshot, before: _before, client: _client, isPast, until, ...change }) => ({
      ...change,
      ...(until !== undefined && !isPast && { until }),
    }))
    .toSorted((one, other) => other.at.localeCompare(one.at));
}

/** What was paused was the cause. */
export async function confirmChange(id: string): Promise<void> {
  const change = await kept.get(id);
  if (change) await kept.set(id, { ...change, confirmed: true });
}

/** An attempt that went well proves what the pauses that are on now were good for. */
async function confirmBy(portal: PortalId, page: PageFacts): Promise<void> {
  const { pause } = await local.get('pause');
  for (const [id, change] of await kept.entries()) {
    const { before } = change;
    const isOn = change.portal === portal && isPauseOn(change, pause);
    if (isOn && before && compare(before, page).confirmed) await confirmChange(id);
  }
}

/** The copy of a session goes when another one has begun where it would come back. */
async function endOldSessions(portal: PortalId): Promise<void> {
  for (const [id, { snapshot: _snapshot, ...change }] of await kept.entries()) {
    const reach = reachOf(change);
    const isReached =
      (reach === 'site' && isSameSite(change.portal, portal)) ||
      (reach === 'portal' && change.portal === portal);
    if (isReached) await kept.set(id, { ...change, isPast: true });
  }
}

function isSameSite(one: PortalId, other: PortalId): boolean {
  const [first, second] = [one, other].map(findPortal);
  return first !== undefined && second !== undefined && siteOf(first) === siteOf(second);
}

/** What can no longer be undone is forgotten without anybody looking. */
export function watchChanges(): void {
  watchAttempts({
    onAccepted: (portal, page) => void confirmBy(portal, page).catch(reportBug),
    // A repair that is under way writes its change too: it comes first.
    onSignedIn(portal) {
      void navigator.locks.request('repair', () => endOldSessions(portal)).catch(reportBug);
    },
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) void forgetExpired();
  });
}

/** Where a change ended a session: at the portal, or at every portal of its site. */
export function reachOf({
  repair,
  client,
}: Pick<KeptChange, 'repair' | 'client'>): 'portal' | 'site' | undefined {
  if (client?.isShared) return 'site';
  return repairs.find(({ id }) => id === repair)?.endsSession;
}

/** Comes back by itself when the next one expires. */
async function forgetExpired(): Promise<void> {
  const now = Date.now();
  const dates: number[] = [];
  for (const [id, { until }] of await kept.entries()) {
    if (until === undefined) continue;
    if (Date.parse(until) <= now) await kept.remove(id);
    else dates.push(Date.parse(until));
  }
  if (dates.length > 0) await browser.alarms.create(alarm, { when: Math.min(...dates) });
}
