/**
 * What is known while unlocked: data keys of `sign` parts and nothing more. The vault key itself
 * never rests anywhere.
 */
import { fromBase64, toBase64, type Bytes } from '../certificate/index.ts';
import { session } from '../storage.ts';

export async function isUnlocked(): Promise<boolean> {
  const { unlocked = false } = await session.get('unlocked');
  return unlocked;
}

export async function keepSignKeys(keys: ReadonlyMap<string, Bytes>): Promise<void> {
  const signKeys = Object.fromEntries([...keys].map(([id, key]) => [id, toBase64(key)]));
  await session.set({ signKeys, unlocked: true });
}

/** The data key of the `sign` part of a record, or undefined while locked. */
export async function signKeyOf(id: string): Promise<Bytes | undefined> {
  const { signKeys } = await session.get('signKeys');
  const key = signKeys?.[id];
  return key === undefined ? undefined : fromBase64(key);
}

export async function forgetSignKeys(): Promise<void> {
  await session.remove('signKeys', 'unlocked', 'sealIsGenuine');
}
