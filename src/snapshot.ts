/**
 * What a page of ours needs to paint at once, without waiting for the service worker, which writes
 * it after every change. Pages only read.
 */
import { local, session, type CardSummary } from './storage.ts';
import type { Settings } from './messages.ts';

export interface Snapshot extends CardSummary {
  settings?: Settings;
  unlocked: boolean;
  /** Milliseconds by which the portal's clock is ahead of this computer's; 0 when none was seen. */
  clockOffset: number;
}

/** The time by the portal's clock where it is known: what every date on a screen is judged by. */
export function nowBy({ clockOffset }: Pick<Snapshot, 'clockOffset'>): Date {
  return new Date(Date.now() + clockOffset);
}

/** Reads the snapshot: on a new profile, no e.firma, no settings, locked. */
export async function readSnapshot(): Promise<Snapshot> {
  const [{ kept, settings }, { inMemory, unlocked = false, clockOffset = 0 }] = await Promise.all([
    local.get('kept', 'settings'),
    session.get('inMemory', 'unlocked', 'clockOffset'),
  ]);
  return {
    ...(inMemory ?? kept ?? { count: 0 }),
    ...(settings && { settings }),
    unlocked,
    clockOffset,
  };
}
