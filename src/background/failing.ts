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
import { sessionCollection, type MadeChange } from '../storage.ts';
import { reachOf, type KeptChange } from './changes.ts';

export interface Failing {
  /** At least one, oldest first. */
  attempts: readonly FailedSignIn[];
  /** Those that may tell on the next sign-in there, oldest first. */
  changes: readonly MadeChange[];
}

/** More says nothing more. */
const mostChanges = 20;

const failing = sessionCollection<Failing>('failing');

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

/** Nothing is wrong any more in that tab, and nobody has signed in. */
export async function noteMended(tabId: number): Promise<void> {
  await alone(async () => {
    for (const [portal, { attempts, changes }] of await failing.entries()) {
      const left = withoutMended(attempts, tabId);
      if (left.length === 0) await failing.remove(portal);
      else if (left !== attempts) await failing.set(portal, { attempts: left, changes });
    }
  });
}

/** A change is about to be made: it is noted wherever it may make the next sign-in go well. */
export async function noteChange({ id, repair, at, portal, client }: KeptChange): Promise<void> {
  const made = findPortal(portal);
  const shape = repairs.find((other) => other.id === repair);
  if (!made || !shape) return;
  const endsSession = reachOf({ repair, ...(client && { client }) });
  const reach = { ...shape, ...(endsSession && { endsSession }) };
  await changeAll((changes, where) => {
    const other = findPortal(where);
    if (!other || !reaches(reach, made, other)) return changes;
    return [...changes, { id, repair, at }].slice(-mostChanges);
  });
}

/** It came to nothing. */
export async function dropNoted(id: string): Promise<void> {
  await changeAll((changes) => changes.filter((change) => change.id !== id));
}

/** What it changed is as it was. */
export async function noteBack(id: string): Promise<void> {
  await changeAll((changes) =>
    changes.map((change) => (change.id === id ? { ...change, isBack: true } : change)),
  );
}

/** What failed at a portal, which is over: the next one that fails there is the first. */
export async function takeFailing(portal: PortalId): Promise<Failing | undefined> {
  return await alone(async () => {
    const all = await failing.get(portal);
    await failing.remove(portal);
    return all;
  });
}

async function changeAll(
  work: (changes: readonly MadeChange[], where: string) => readonly MadeChange[],
): Promise<void> {
  await alone(async () => {
    for (const [portal, { attempts, changes }] of await failing.entries()) {
      await failing.set(portal, { attempts, changes: work(changes, portal) });
    }
  });
}

/** What is read and written back is read and written before anything else is. */
function alone<Result>(work: () => Promise<Result>): Promise<Result> {
  return navigator.locks.request('failing', work);
}
