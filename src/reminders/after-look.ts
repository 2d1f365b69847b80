import type { ProbeFacts } from '../diagnosis/index.ts';
import type { Reminder } from './reminder.ts';

const minute = 60_000;

/** Minutes between one look and the next; the last goes on. */
const pauses = [2, 5, 10, 15] as const;

/** Looks that nobody answered: some six hours of a computer that is on. */
const mostLooks = 26;

/** A reminder that begins at `now`, in milliseconds since the epoch. */
export function reminderAt(
  now: number,
  { portal, waitsFor, minutes }: Pick<Reminder, 'portal' | 'waitsFor'> & { minutes?: number },
): Reminder {
  const first = waitsFor === 'portal' ? pauses[0] : (minutes ?? pauses[3]);
  return { portal, waitsFor, state: 'waiting', at: now, next: now + first * minute, looks: 0 };
}

/**
 * Whether a host is there again by how it answered. Being led to another site is the page of a
 * network, not of the portal; what an address refuses (401, 403, 404) was answered by somebody.
 */
export function isAnswering({ net, http = 200, redirect }: ProbeFacts): boolean {
  return net === undefined && redirect === undefined && http < 500 && http !== 429;
}

/** Whether it is time to look. A reminder from the future is that of a clock that was wrong. */
export function isDue({ state, at, next }: Reminder, now: number): boolean {
  return state === 'waiting' && (now >= next || now < at);
}

/**
 * A reminder that was due, after one has looked.
 * @param isBack whether the portal answers; undefined when it could not be asked, which says nothing of
 * it and does not count as a look
 */
export function afterLook(reminder: Reminder, now: number, isBack: boolean | undefined): Reminder {
  // The clock was put back: the wait begins anew.
  const at = now < reminder.at ? now : reminder.at;
  if (reminder.waitsFor === 'time') {
    const left = reminder.next - reminder.at;
    return now >= reminder.next
      ? { ...reminder, state: 'ready' }
      : { ...reminder, at, next: at + left };
  }
  if (isBack === true) return { ...reminder, at, state: 'ready' };
  const looks = reminder.looks + (isBack === undefined ? 0 : 1);
  if (looks >= mostLooks) return { ...reminder, at, looks, state: 'given_up' };
  const pause = pauses[Math.min(looks, pauses.length - 1)] ?? pauses[0];
  return { ...reminder, at, looks, next: now + pause * minute };
}
