/**
 * «Así entraste hoy»: a sign-in that failed before our eyes and then went well, with what was changed
 * in between. Nothing is kept where nothing had failed.
 */
import { nameOf, type FailedSignIn, type NamedCause, type PageFacts } from '../diagnosis/index.ts';
import type { PortalId } from '../portals/index.ts';
import { judgeCure, repairs } from '../repairs/index.ts';
import { local, session, type MadeChange, type SolvedFailure } from '../storage.ts';
import { findChange } from './changes.ts';
import { takeFailing } from './failing.ts';
import { isPauseOn } from './is-pause-on.ts';

/** The portal has let the person in. A sign-in that goes well at once makes the last one old news. */
export async function noteSolved(portal: PortalId, page: PageFacts): Promise<void> {
  const { attempts = [], changes = [] } = (await takeFailing(portal)) ?? {};
  const [first, last] = [attempts[0], attempts.at(-1)];
  if (first && last) {
    const known = await Promise.all(changes.map(asItIsNow));
    await session.set({ solved: await solvedBy(portal, page, first, last, known) });
    return;
  }
  const { solved } = await session.get('solved');
  if (solved?.portal === portal && solved.at < page.at) await forgetSolved();
}

/** It fails there again. */
export async function noteUnsolved(portal: PortalId): Promise<void> {
  const { solved } = await session.get('solved');
  if (solved?.portal === portal) await forgetSolved();
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
  changes: MadeChange[],
): Promise<SolvedFailure> {
  const cause = (await causeSaidOf(portal, last.at)) ?? last.cause;
  const isOther = [last.filledWith, page.filledWith].every(Boolean);
  return {
    portal,
    failedAt: first.failedAt,
    at: new Date().toISOString(),
    cause,
    changes,
    ...(isOther && last.filledWith !== page.filledWith && { isOtherEfirma: true }),
    ...judgeCure(cause, repairOf(cause)?.kind === 'automatic', changes),
  };
}

/** A pause ends by itself, and what it paused may be switched on by hand. */
async function asItIsNow(change: MadeChange): Promise<MadeChange> {
  const repair = repairOf(change);
  if (repair?.kind !== 'automatic' || !repair.isTemporary) return change;
  const [kept, { pause }] = await Promise.all([findChange(change.id), local.get('pause')]);
  return kept && isPauseOn(kept, pause) ? change : { ...change, isBack: true };
}

/** What the person was told on asking about it: it was looked at better than while it failed. */
async function causeSaidOf(portal: PortalId, failedAt: string): Promise<NamedCause | undefined> {
  const { lastDiagnosis } = await session.get('lastDiagnosis');
  if (!lastDiagnosis) return undefined;
  const { at, portal: about, failureSeen, causes } = lastDiagnosis.view;
  const [cause] = causes;
  return cause && about === portal && failureSeen && at > failedAt ? nameOf(cause) : undefined;
}

function repairOf({ repair }: Pick<NamedCause, 'repair'>) {
  return repairs.find(({ id }) => id === repair);
}
