/**
 * «Así entraste hoy»: a sign-in that failed before our eyes and then went well, with what was changed
 * in between. Nothing is kept where nothing had failed.
 */
import { nameOf, type FailedSignIn, type NamedCause, type PageFacts } from '../diagnosis/index.ts';
import type { PortalId } from '../portals/index.ts';
import { judgeCure, repairs } from '../repairs/index.ts';
import {
  local,
  session,
  type MadeChange,
  type NotedChange,
  type Pause,
  type SolvedFailure,
} from '../storage.ts';
import { endFailing, failingAt } from './failing.ts';

/** The portal has let the person in. A sign-in that goes well at once makes the last one old news. */
export async function noteSolved(portal: PortalId, page: PageFacts): Promise<void> {
  const { attempts = [], changes = [] } = (await failingAt(portal)) ?? {};
  const [first, last] = [attempts[0], attempts.at(-1)];
  if (first && last) {
    const { pause } = await local.get('pause');
    const known = changes.map((change) => asItIsNow(change, pause));
    await session.set({ solved: await solvedBy(portal, page, first, last, known) });
    await endFailing(portal);
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

/** A pause ends by itself, and all that it paused may be switched on by hand. */
function asItIsNow({ paused, ...change }: NotedChange, pause: Pause | undefined): MadeChange {
  const isOff = (name: string): boolean =>
    pause?.extensions.some((extension) => extension.name === name) === true;
  return paused && !paused.some(isOff) ? { ...change, isBack: true } : change;
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
