/** Where the person had a form filled a moment ago: one acuse may rest on each time. */
import { browser } from '../browser.ts';
import type { PortalId } from '../portals/index.ts';
import { sessionCollection } from '../storage.ts';

interface Filled {
  portal: PortalId;
  /** Milliseconds since the epoch. */
  at: number;
}

/** Milliseconds that a person may take to send what was put in. */
const sentWithin = 30 * 60_000;

/** By tab. */
const filled = sessionCollection<Filled>('filled');

export function forgetClosedForms(ready: Promise<void>): void {
  browser.tabs.onRemoved.addListener((tabId) => {
    void ready.then(() => forgetFilled(tabId));
  });
}

export async function noteFilled(tabId: number, portal: PortalId): Promise<void> {
  await filled.set(String(tabId), { portal, at: Date.now() });
}

export async function wasFilled(tabId: number, portal: PortalId): Promise<boolean> {
  const last = await filled.get(String(tabId));
  const age = Date.now() - (last?.at ?? Number.NaN);
  return last?.portal === portal && age >= 0 && age <= sentWithin;
}

export async function forgetFilled(tabId: number): Promise<void> {
  await filled.remove(String(tabId));
}
