import { browser } from '../browser.ts';
import { firstIdleMinutes } from '../settings.ts';
import { local } from '../storage.ts';
import {
  appendAudit,
  forgetMemory,
  forgetSignKeys,
  openSession,
  withVault,
} from '../vault/index.ts';
import { auditEvent } from './audit-event.ts';
import { publishCards } from './credentials.ts';

const longestUnlocked = 'lock-after-hours';
const hours = 8;

/** @throws FirmaError `wrong_vault_password` */
export async function unlock(password: string): Promise<void> {
  await navigator.locks.request('vault', () =>
    withVault(password, async ({ key }) => {
      await appendAudit(auditEvent('unlock'), { seal: { key, lastKey: key } });
      await openSession(key);
    }),
  );
  await lockAfterHours();
}

/** To be called by whatever unlocks: in the end it locks by itself. */
export async function lockAfterHours(): Promise<void> {
  await browser.alarms.create(longestUnlocked, { delayInMinutes: hours * 60 });
}

/** Forgets every key, and every e.firma that was used without keeping it. */
export async function lock(): Promise<void> {
  await forgetKeys();
  // What was under way opens the vault when it ends: it is locked then.
  await navigator.locks.request('vault', forgetKeys);
  await publishCards();
}

async function forgetKeys(): Promise<void> {
  await Promise.all([forgetSignKeys(), forgetMemory()]);
}

/**
 * Locks when nobody touches the computer, when its screen locks, and after some hours anyway. It
 * waits for nothing: whatever else is wrong, it locks.
 */
export function watchIdle(): void {
  chrome.idle.onStateChanged.addListener((state) => {
    if (state !== 'active') void lock();
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === longestUnlocked) void lock();
  });
}

export async function applyIdleTime(): Promise<void> {
  const { settings } = await local.get('settings');
  chrome.idle.setDetectionInterval((settings?.idleMinutes ?? firstIdleMinutes) * 60);
}
