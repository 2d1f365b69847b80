/**
 * The sign-ins that fail at each portal one after the other, and what is changed meanwhile: the
 * changes themselves are forgotten when they can no longer be undone, which may be before one goes well.
 */
import {
  failedSignIn,
  withFailed,
  withoutMended,
  type FailedSignIn,
  type NamedCause,
  type PageFacts,
} from '../diagnosis/index.ts';
import { findPortal, type PortalId } from '../portals/index.ts';
import { reaches, repairs } from '../repairs/index.ts';
import { sessionCollection, type NotedChange } from '../storage.ts';
import { reachOf, type KeptChange } from './changes.ts';

interface Failing {
  /** At least one, oldest first. */
  attempts: readonly FailedSignIn[];
  /** Those that may tell on the next sign-in there, oldest first. */
  changes: readonly NotedChange[];
}

/** More says nothing more. */
const mostChanges = 20;

const failing = sessionCollection<Failing>('failing');

/** By portal: what had failed when it let somebody in. More may be seen of it still. */
const over = sessionCollection<readonly FailedSignIn[]>('over');

/** One more failed there, or more is known of one that did. */
export async function noteFailed(
  portal: PortalId,
  tabId: number,
  page: PageFacts,
  cause: NamedCause,
): Promise<void> {
  const failed = failedSignIn(tabId, page, cause, new Date().toISOString());
  await alone(async () => {
    const { attempts = [], changes = [] } = (await failing.get(portal)) ?? {};
    await failing.set(portal, { attempts: withFailed(attempts, failed), changes });
  });
}

/** Whether it is a failure that was known when the portal let somebody in, and nothing new. */
export async function isOver(
  portal: PortalId,
  tabId: number,
  { at }: PageFacts,
  { id }: NamedCause,
): Promise<boolean> {
  const known = (await over.get(portal)) ?? [];
  return known.some((one) => one.tabId === tabId && one.at === at && one.cause.id === id);
}

/** Nothing is wrong any more in that tab, and nobody has signed in. */
export async function noteMended(tabId: number): Promise<void> {
  await alone(async () => {
    for (const [portal, { attempts = [], changes = [] }] of await failing.entries()) {
      const left = withoutMended(attempts, tabId);
      if (left.length === 0) await failing.remove(portal);
      else if (left !== attempts) await failing.set(portal, { attempts: left, changes });
    }
  });
}

/** A change is about to be made: it is noted wherever it may make the next sign-in go well. */
export async function noteChange(change: KeptChange): Promise<void> {
  await changeAll(change, (changes) => [...changes, noteOf(change)].slice(-mostChanges));
}

/** What it changed is as it was: that is a change too, where it was made before anything failed. */
export async function noteBack(change: KeptChange): Promise<void> {
  await changeAll(change, (changes) => {
    const others = changes.filter(({ id }) => id !== change.id);
    const known = changes.find(({ id }) => id === change.id) ?? noteOf(change);
    return [...others, { ...known, isBack: true as const }].slice(-mostChanges);
  });
}

/** It came to nothing. */
export async function dropNoted(change: KeptChange): Promise<void> {
  await changeAll(change, (changes) => changes.filter(({ id }) => id !== change.id));
}

/** What failed at a portal, and what was changed since. */
export async function failingAt(portal: PortalId): Promise<Failing | undefined> {
  return await failing.get(portal);
}

/** It let somebody in: the next one that fails there is the first. */
export async function endFailing(portal: PortalId): Promise<void> {
  await alone(async () => {
    const { attempts = [] } = (await failing.get(portal)) ?? {};
    if (attempts.length > 0) await over.set(portal, attempts);
    await failing.remove(portal);
  });
}

function noteOf({ id, repair, portal, at, isTemporary, names }: KeptChange): NotedChange {
  return { id, repair, portal, at, ...(isTemporary && { paused: names }) };
}

async function changeAll(
  { repair, portal, client }: KeptChange,
  work: (changes: readonly NotedChange[]) => readonly NotedChange[],
): Promise<void> {
  const made = findPortal(portal);
  const shape = repairs.find(({ id }) => id === repair);
  if (!made || !shape) return;
  const isOfSite = reachOf({ repair, ...(client && { client }) }) === 'site';
  const reach = isOfSite ? 'site' : (shape.reach ?? 'host');
  await alone(async () => {
    for (const [id, { attempts = [], changes = [] }] of await failing.entries()) {
      const other = findPortal(id);
      if (other && reaches(reach, made, other)) {
        await failing.set(id, { attempts, changes: work(changes) });
      }
    }
  });
}

/** What is read and written back is read and written before anything else is. */
function alone<Result>(work: () => Promise<Result>): Promise<Result> {
  return navigator.locks.request('failing', work);
}
