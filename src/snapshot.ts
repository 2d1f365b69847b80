/**
 * What the popup needs to paint at once, without waiting for the service worker: one public card
 * and two switches. The service worker writes it after every change; pages only read.
 */
import { browser } from './browser.ts';
import type { CredentialCard, Settings } from './messages.ts';

export interface Snapshot {
  /** The e.firma used last, or the only one. */
  chosen?: CredentialCard;
  count: number;
  settings?: Settings;
  unlocked: boolean;
}

/** Reads the snapshot: on a new profile, no e.firma, no settings, locked. */
export async function readSnapshot(): Promise<Snapshot> {
  const [kept, current] = await Promise.all([
    browser.storage.local.get(['kept', 'settings']),
    browser.storage.session.get(['inMemory', 'unlocked']),
  ]);
  const cards = (current['inMemory'] ?? kept['kept'] ?? {}) as Pick<Snapshot, 'chosen' | 'count'>;
  return {
    ...(cards.chosen && { chosen: cards.chosen }),
    count: cards.count ?? 0,
    ...(kept['settings'] ? { settings: kept['settings'] as Settings } : {}),
    unlocked: current['unlocked'] === true,
  };
}
