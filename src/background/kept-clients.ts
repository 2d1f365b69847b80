/** What is kept of whose session is open at which host, and who wants to know when it changes. */
import type { ActiveClient } from '../messages.ts';
import { heldCollection } from './held-collection.ts';

export interface KeptClient extends ActiveClient {
  /** Where it was handed over. */
  tabId?: number;
  /** The host has had cookies since: when they are gone, the session is. */
  hadCookies?: true;
  /** Its session is known to be open, whatever becomes of what was handed over last. */
  isOpen?: true;
}

type HostListener = (host: string) => void;

/** By host. */
const clients = heldCollection<KeptClient>('client');
const listeners = new Set<HostListener>();

/** Registered when the worker starts: told of a host where a session began, changed or ended. */
export function onClientChange(listener: HostListener): void {
  listeners.add(listener);
}

export function keptClient(host: string): Promise<KeptClient | undefined> {
  return clients.get(host);
}

export async function keepClient(host: string, client: KeptClient): Promise<void> {
  await clients.set(host, client);
  for (const tell of listeners) tell(host);
}

export async function forgetClient(host: string): Promise<void> {
  await clients.remove(host);
  for (const tell of listeners) tell(host);
}
