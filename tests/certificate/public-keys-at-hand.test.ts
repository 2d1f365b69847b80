import { expect, test, vi } from 'vitest';
import { publicKeyAtHand } from '../../src/certificate/chain/public-keys-at-hand.ts';

const use = 'RSASSA-PKCS1-v1_5 SHA-256';
const spki = (number: number) => Uint8Array.of(0x30, 0x02, number >> 8, number & 0xff);
/** Imports nothing: what it gives back is not looked at. */
const importer = () => vi.fn<() => Promise<CryptoKey>>(() => Promise.resolve({} as CryptoKey));

test('another key, and another use of the same key, are imported on their own', async () => {
  const importKey = importer();
  const key = await publicKeyAtHand(use, spki(1), importKey);
  expect(await publicKeyAtHand(use, spki(1), importKey)).toBe(key);
  expect(await publicKeyAtHand(use, spki(2), importKey)).not.toBe(key);
  expect(await publicKeyAtHand('RSA-PSS SHA-256', spki(1), importKey)).not.toBe(key);
  expect(importKey).toHaveBeenCalledTimes(3);
});

test('what is asked for at the same time is imported once', async () => {
  const importKey = importer();
  const asked = [1, 2, 3].map(() => publicKeyAtHand(use, spki(10), importKey));
  expect(new Set(await Promise.all(asked)).size).toBe(1);
  expect(importKey).toHaveBeenCalledTimes(1);
});

test('an import that failed is tried again', async () => {
  const failing = () => publicKeyAtHand(use, spki(20), () => Promise.reject(new Error('busy')));
  await expect(failing()).rejects.toThrow('busy');
  const importKey = importer();
  expect(await publicKeyAtHand(use, spki(20), importKey)).toBeDefined();
  expect(importKey).toHaveBeenCalledTimes(1);
});

test('of many keys the last 32 are kept, those in use among them', async () => {
  const importKey = importer();
  await publicKeyAtHand(use, spki(100), importKey);
  for (let number = 101; number < 200; number++) {
    await publicKeyAtHand(use, spki(number), importKey);
    await publicKeyAtHand(use, spki(100), importKey);
  }
  expect(importKey).toHaveBeenCalledTimes(100);
  await publicKeyAtHand(use, spki(101), importKey);
  expect(importKey).toHaveBeenCalledTimes(101);
});

test('32 keys are kept, none of them imported anew', async () => {
  const importKey = importer();
  for (const _ of [1, 2]) {
    for (let number = 300; number < 332; number++) {
      await publicKeyAtHand(use, spki(number), importKey);
    }
  }
  expect(importKey).toHaveBeenCalledTimes(32);
});
