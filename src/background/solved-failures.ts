/**
 * «Así entraste hoy»: a sign-in that failed before our eyes and then went well, with what was changed
 * in between. Nothing is kept where nothing had failed.
 */
import {
  failedSignIn,
  nameOf,
  withFailed,
  withoutMended,
  type FailedSignIn,
  type NamedCause,
  type PageFacts,
} from '../diagnosis/index.ts';
import type { PortalId } from '../portals/index.ts';
import { judgeCure, repairs } from '../repairs/index.ts';
import { session, sessionCollection, type SolvedFailure } from '../storage.ts';
import { listChanges } from './changes.ts';

const failing = sessionCollection<readonly FailedSignIn[]>('failing');

/** One more failed there, or more is known of one that did. What was said to be solved is not. */
export async function noteFailed(
  portal: PortalId,
  tabId: number,
  page: PageFacts,
  cause: NamedCause,
): Promise<void> {
  const all = (await failing.get(portal)) ?? [];
  await failing.set(portal, withFailed(all, failedSignIn(tabId, page, cause)));
  const { solved } = await session.get('solved');
  if (solved?.portal === portal) await forgetSolved();
}

/** Nothing is wrong any more in that tab, and nobody has signed in. */
export async function noteMended(tabId: number): Promise<void> {
  for (const [portal, all] of await failing.entries()) {
    const left = withoutMended(all, tabId);
    if (left.length === 0) await failing.remove(portal);
    else if (left !== all) await failing.set(portal, left);
  }
}

/** The portal has let the person in. A sign-in that goes well at once makes the last one old news. */
export async function noteSolved(portal: PortalId, page: PageFacts): Promise<void> {
  const all = await failing.get(portal);
  const [first, last] = [all?.[0], all?.at(-1)];
  if (first && last) {
    await session.set({ solved: await solvedBy(portal, page, first, last) });
    await failing.remove(portal);
    return;
  }
  const { solved } = await session.get('solved');
  if (solved?.portal === portal && solved.at < page.at) await forgetSolved();
}

/** The person has read it. */
export async function forgetSolved(): Promise<void> {
  await session.remove('solved');
}

async function solvedBy(
  portal: PortalId,
  page: PageFacts,
  first: FailedSignIn,
  last: FailedSignIn,
): Promise<SolvedFailure> {
  const cause = (await causeSaidOf(portal, last.at)) ?? last.cause;
  const now = new Date().toISOString();
  // A clock that was put back in between dates the failure later than what came after it.
  const since = first.at < now ? first.at : '';
  const changes = (await listChanges())
    .filter((change) => change.portal === portal && change.state === 'done')
    .filter(({ at }) => at >= since)
    .map(({ id, repair, at }) => ({ id, repair, at }))
    .toReversed();
  const isOther = [last.filledWith, page.filledWith].every(Boolean);
  return {
    portal,
    failedAt: first.at,
    at: now,
    cause,
    changes,
    ...(isOther && last.filledWith !== page.filledWith && { isOtherEfirma: true }),
    ...judgeCure(
      cause,
      repairs.find(({ id }) => id === cause.repair)?.kind === 'automatic',
      changes.map(({ repair }) => repair),
    ),
  };
}

/** What the person was told on asking about it: it was looked at better than while it failed. */
async function causeSaidOf(portal: PortalId, failedAt: string): Promise<NamedCause | undefined> {
  const { lastDiagnosis } = await session.get('lastDiagnosis');
  if (!lastDiagnosis) return undefined;
  const { at, portal: about, failureSeen, causes } = lastDiagnosis.view;
  const [cause] = causes;
  return cause && about === portal && failureSeen && at > failedAt ? nameOf(cause) : undefined;
}
