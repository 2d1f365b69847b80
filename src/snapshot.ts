/**
 * What a page of ours needs to paint at once, without waiting for the service worker, which writes
 * it after every change. Pages only read.
 */
import { offsetAt, type ClockReading } from './clock.ts';
import {
  local,
  readReminders,
  session,
  type CardSummary,
  type SeenFailure,
  type SolvedFailure,
} from './storage.ts';
import type { Settings } from './messages.ts';
import type { PortalId } from './portals/index.ts';
import type { Reminder } from './reminders/index.ts';

export interface Snapshot extends CardSummary {
  settings?: Settings;
  /** Portals that the person knows could not be tried yet. */
  told?: PortalId[];
  unlocked: boolean;
  /** Of the portal that was seen last. */
  clock?: ClockReading;
  /** The last sign-in that failed before our eyes. */
  lastFailure?: SeenFailure;
  /** The last one that went well after it had failed. */
  solved?: SolvedFailure;
  /** What the person wants to be told of. */
  reminders?: Reminder[];
}

/** The time by the portal's clock where it is known: what every date on a screen is judged by. */
export function nowBy({ clock }: Pick<Snapshot, 'clock'>): Date {
  const now = Date.now();
  return new Date(now + offsetAt(now, clock));
}

/** Reads the snapshot: on a new profile, no e.firma, no settings, locked. */
export async function readSnapshot(): Promise<Snapshot> {
  const [{ kept, settings, told }, { inMemory, unlocked = false, clock, lastFailure, solved }] =
    await Promise.all([
      local.get('kept', 'settings', 'told'),
      session.get('inMemory', 'unlocked', 'clock', 'lastFailure', 'solved'),
    ]);
  const reminders = await readReminders();
  return {
    ...(inMemory ?? kept ?? { count: 0 }),
    ...(settings && { settings }),
    ...(told && { told }),
    unlocked,
    ...(clock && { clock }),
    ...(lastFailure && { lastFailure }),
    ...(solved && { solved }),
    ...(reminders.length > 0 && { reminders }),
  };
}
