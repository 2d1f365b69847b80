/**
 * The journal of what is paused: written before anything is switched off, so that a worker or a
 * browser that dies at any moment leaves nothing off that nobody remembers.
 */
import { browser } from '../browser.ts';
import { local, type Pause } from '../storage.ts';

export const pauseAlarm = 'restore-extensions';

const longestPause = 30 * 60_000;

/** One at a time: whoever changes the journal, or what it tells of, does so in here. */
export async function withJournal<Result>(work: () => Promise<Result>): Promise<Result> {
  return await navigator.locks.request('pause', work);
}

/** `now`: milliseconds since the epoch. A pause from the future is that of a clock that was wrong. */
export function isOver({ at, until }: Pause, now: number): boolean {
  return now >= until || now < at || until - at > longestPause;
}

/**
 * Writes it, and has the browser wake us when it ends; one without extensions is removed. Of one
 * that is over something could not be switched on: the next worker tries again.
 */
export async function writeJournal(pause: Pause): Promise<void> {
  if (pause.extensions.length === 0) await local.remove('pause');
  else await local.set({ pause });
  if (pause.extensions.length === 0 || isOver(pause, Date.now())) {
    await browser.alarms.clear(pauseAlarm);
  } else await browser.alarms.create(pauseAlarm, { when: pause.until });
}
