/**
 * What is known while unlocked, in `storage.session`: memory of the browser, read by trusted
 * contexts only, gone when the browser closes. Data keys of `sign` parts and nothing more; the
 * vault key itself never rests anywhere.
 */
import { browser } from '../browser.ts';
import { fromBase64, toBase64 } from '../certificate/index.ts';

type DataKeys = Record<string, string>;

export async function isUnlocked(): Promise<boolean> {
  const { unlocked } = await browser.storage.session.get('unlocked');
  return unlocked === true;
}

export async function keepSignKeys(keys: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const signKeys: DataKeys = {};
  for (const [id, key] of keys) signKeys[id] = toBase64(key);
  await browser.storage.session.set({ signKeys, unlocked: true });
}

/** The data key of the `sign` part of a record, or undefined while locked. */
export async function signKeyOf(id: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { signKeys } = await browser.storage.session.get('signKeys');
  const key = (signKeys as DataKeys | undefined)?.[id];
  return key === undefined ? undefined : fromBase64(key);
}

export async function forgetSignKeys(): Promise<void> {
  await browser.storage.session.remove(['signKeys', 'unlocked', 'sealIsGenuine']);
}
