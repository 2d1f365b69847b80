/** Switches on again what was paused: at its end, when the browser starts, or when asked. */
import { FirmaError } from '../errors.ts';
import { mayManageExtensions } from '../evidence/other-extensions.ts';
import { local, session, type Pause } from '../storage.ts';
import { isOver, withJournal, writeJournal } from './pause-journal.ts';

type Paused = Pause['extensions'];

/**
 * Switches them on, without a list all that are paused; whoever asks and however often.
 * @throws FirmaError `management_missing`, `extension_not_restored`: the journal stays
 */
export async function restoreExtensions(some?: Paused): Promise<void> {
  await withJournal(() => restore(some));
}

/**
 * Ends a pause that is over. Of one that goes on, forgets what the person switched on by hand or
 * uninstalled, and makes sure that it will end.
 */
export async function reviewPause(): Promise<void> {
  await withJournal(review);
}

/**
 * To be called whenever the worker starts: no pause outlives the browser in which it began.
 * The first of the callers in a run of the browser restores; to the rest it is a review.
 */
export async function restoreFromEarlierRun(): Promise<void> {
  await withJournal(async () => {
    const { pausesRestored } = await session.get('pausesRestored');
    if (pausesRestored) return await review();
    await restore();
    await session.set({ pausesRestored: true });
  });
}

/** Switches them on and says which ones stayed off; one that was uninstalled is none of them. */
export async function switchOn(extensions: Paused): Promise<Paused> {
  for (const { id } of await stillOff(extensions)) {
    // One that cannot be switched on stops none of the others; whether it is on is seen below.
    await chrome.management.setEnabled(id, true).catch(() => undefined);
  }
  return await stillOff(extensions);
}

async function restore(some?: Paused): Promise<void> {
  const { pause } = await local.get('pause');
  if (!pause) return;
  if (!(await mayManageExtensions())) throw new FirmaError('management_missing');
  const isWanted = ({ id }: Paused[number]): boolean =>
    some?.some((wanted) => wanted.id === id) ?? true;
  const left = await switchOn(pause.extensions.filter(isWanted));
  const others = pause.extensions.filter((extension) => !isWanted(extension));
  await writeJournal({ ...pause, extensions: [...others, ...left] });
  if (left.length > 0) throw new FirmaError('extension_not_restored');
}

async function review(): Promise<void> {
  const { pause } = await local.get('pause');
  if (!pause) return;
  if (isOver(pause, Date.now())) return await restore();
  if (!(await mayManageExtensions())) return;
  await writeJournal({ ...pause, extensions: await stillOff(pause.extensions) });
}

async function stillOff(extensions: Paused): Promise<Paused> {
  const states = await Promise.all(
    extensions.map(async (extension) => ({
      extension,
      isOff: await chrome.management.get(extension.id).then(
        ({ enabled }) => !enabled,
        () => false,
      ),
    })),
  );
  return states.filter(({ isOff }) => isOff).map(({ extension }) => extension);
}
