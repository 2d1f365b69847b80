/**
 * What was wrong with the files that the person brought last: whoever goes on to «No puedo ingresar»
 * is told the same there. The cause alone is kept, in the memory of the browser.
 */
import { browser } from '../browser.ts';
import type { RefusedFiles } from '../diagnosis/index.ts';
import type { Review } from '../messages.ts';
import { sessionCollection } from '../storage.ts';
import { isOld } from './is-old.ts';
import { reportBug } from './report-bug.ts';

interface Noted extends RefusedFiles {
  /** Milliseconds since the epoch. */
  at: number;
}

const last = 'last';

const refusals = sessionCollection<Noted>('refused-files');

/** Nothing was tried yet: the person forgot to bring, or to write, something. */
const notTried: ReadonlySet<string> = new Set(['no_files', 'empty_password']);

/** Of files that are not kept. Good ones end what was wrong before. */
export async function noteReview({ cause, detail }: Review): Promise<void> {
  if (!cause) return await forgetRefusal();
  if (detail && notTried.has(detail)) return;
  await noteRefusal({ cause });
}

/** Of one that is kept: what its certificate says of itself is seen there, and later than now. */
export async function noteKept(review: Review): Promise<void> {
  if (review.cause?.startsWith('pwd.')) await noteReview(review);
  else await forgetRefusal();
}

export async function noteRefusal(refused: RefusedFiles): Promise<void> {
  await refusals.set(last, { ...refused, at: Date.now() });
}

/**
 * The last ones that were refused, unless that is long ago.
 * @param since milliseconds since the epoch: those before are of no interest
 */
export async function refusedSince(since: number): Promise<RefusedFiles | undefined> {
  const noted = await forgetOld();
  if (!noted) return undefined;
  const { at, ...refused } = noted;
  return at > since ? refused : undefined;
}

/** Whatever wakes the worker, or happens by the clock, ends what was refused long ago. */
export function forgetOldRefusals(ready: Promise<void>): void {
  const forget = (): void => void ready.then(forgetOld).catch(reportBug);
  forget();
  browser.alarms.onAlarm.addListener(forget);
}

/** @returns what is not to be forgotten yet */
async function forgetOld(): Promise<Noted | undefined> {
  const noted = await refusals.get(last);
  if (!noted || !isOld(noted.at, Date.now())) return noted;
  await forgetRefusal();
  return undefined;
}

async function forgetRefusal(): Promise<void> {
  await refusals.remove(last);
}
