import { browser } from '../browser.ts';
import type { Settings } from '../messages.ts';
import {
  appendAudit,
  forgetMemory,
  forgetSignKeys,
  openSession,
  openVault,
} from '../vault/index.ts';
import { auditEvent } from './audit-event.ts';
import { publishCards } from './credentials.ts';

const longestUnlocked = 'lock-after-hours';
const hours = 8;

/** @throws FirmaError `wrong_vault_password` */
export async function unlock(password: string): Promise<void> {
  await navigator.locks.request('vault', async () => {
    const { key } = await openVault(password);
    await appendAudit(auditEvent('unlock'), { seal: { key, lastKey: key } });
    await openSession(key);
    key.fill(0);
  });
  await lockAfterHours();
}

/** To be called by whatever unlocks: in the end it locks by itself. */
export async function lockAfterHours(): Promise<void> {
  await browser.alarms.create(longestUnlocked, { delayInMinutes: hours * 60 });
}

/** Forgets every key, and every e.firma that was used without keeping it. */
export async function lock(): Promise<void> {
  await Promise.all([forgetSignKeys(), forgetMemory()]);
  // An import that was under way opens the vault when it ends: it is locked then.
  await navigator.locks.request('vault', forgetSignKeys);
  await publishCards();
}

/** Locks when nobody touches the computer, when its screen locks, and after some hours anyway. */
export function watchIdle(): void {
  chrome.idle.onStateChanged.addListener((state) => {
    if (state !== 'active') void lock();
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === longestUnlocked) void lock();
  });
}

export async function applyIdleTime(): Promise<void> {
  const { settings } = await browser.storage.local.get('settings');
  const minutes = (settings as Settings | undefined)?.idleMinutes ?? 10;
  chrome.idle.setDetectionInterval(minutes * 60);
}
