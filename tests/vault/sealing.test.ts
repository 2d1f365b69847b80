import { describe, expect, test } from 'vitest';
import { encodeFields } from '../../src/vault/encode-fields.ts';
import {
  openPart,
  rewrapPart,
  sealPart,
  unwrapDataKey,
  type PartOwner,
} from '../../src/vault/parts.ts';
import { createPasswordSlot, openPasswordSlot } from '../../src/vault/password-slot.ts';
import { randomBytes } from '../../src/vault/seal.ts';

const secret = new TextEncoder().encode('a private key');
const owner: PartOwner = {
  recordId: 'record',
  part: 'sign',
  certificate: new Uint8Array([1, 2, 3]),
};

describe('a part', () => {
  test('opens with the vault key and the very facts it was sealed with', async () => {
    const vaultKey = randomBytes(32);
    const part = await sealPart(vaultKey, owner, secret);
    const dataKey = await unwrapDataKey(vaultKey, owner, part);
    expect(await openPart(dataKey, owner, part)).toEqual(secret);
  });

  const others: [string, PartOwner][] = [
    ['another record', { ...owner, recordId: 'other' }],
    ['another part', { ...owner, part: 'fill' }],
    ['another certificate', { ...owner, certificate: new Uint8Array([1, 2, 4]) }],
  ];
  test.each(others)('does not open as that of %s', async (_what, other) => {
    const vaultKey = randomBytes(32);
    const part = await sealPart(vaultKey, owner, secret);
    const dataKey = await unwrapDataKey(vaultKey, owner, part);
    await expect(unwrapDataKey(vaultKey, other, part)).rejects.toThrow('record_damaged');
    await expect(openPart(dataKey, other, part)).rejects.toThrow('record_damaged');
  });

  test('does not open once a bit of it is another', async () => {
    const vaultKey = randomBytes(32);
    const part = await sealPart(vaultKey, owner, secret);
    const dataKey = await unwrapDataKey(vaultKey, owner, part);
    part.secret.ciphertext[0]! ^= 1;
    await expect(openPart(dataKey, owner, part)).rejects.toThrow('record_damaged');
  });

  test('opens with the new vault key after a change, and no longer with the old one', async () => {
    const [from, to] = [randomBytes(32), randomBytes(32)];
    const part = await rewrapPart(from, to, owner, await sealPart(from, owner, secret));
    await expect(unwrapDataKey(from, owner, part)).rejects.toThrow('record_damaged');
    const dataKey = await unwrapDataKey(to, owner, part);
    expect(await openPart(dataKey, owner, part)).toEqual(secret);
  });
});

describe('a password slot', () => {
  const vaultKey = randomBytes(32);

  test('opens with its password in any Unicode form, and with no other', async () => {
    const slot = await createPasswordSlot('vault', vaultKey, 'contraseña');
    expect(await openPasswordSlot('vault', slot, 'contraseña'.normalize('NFD'))).toEqual(vaultKey);
    for (const other of ['contrasena', '']) {
      await expect(openPasswordSlot('vault', slot, other)).rejects.toThrow('wrong_vault_password');
    }
  });

  test('costs what it should: 64 MiB, three passes, a salt of its own', async () => {
    const one = await createPasswordSlot('vault', vaultKey, 'x');
    const two = await createPasswordSlot('vault', vaultKey, 'x');
    expect(one.kdf).toMatchObject({ memoryKiB: 65_536, passes: 3, lanes: 1 });
    expect(one.kdf.salt).toHaveLength(16);
    expect(one.kdf.salt).not.toEqual(two.kdf.salt);
  });

  const forged: [string, object][] = [
    ['too little memory', { memoryKiB: 1024 }],
    ['memory without end', { memoryKiB: 2 ** 31 }],
    ['no pass', { passes: 0 }],
    ['passes without end', { passes: 1000 }],
    ['half a lane', { lanes: 0.5 }],
  ];
  test.each(forged)('that asks for %s is damaged', async (_what, change) => {
    const slot = await createPasswordSlot('vault', vaultKey, 'x');
    const other = { ...slot, kdf: { ...slot.kdf, ...change } };
    await expect(openPasswordSlot('vault', other, 'x')).rejects.toThrow('record_damaged');
  });

  test('is bound to its vault and to its own id', async () => {
    const slot = await createPasswordSlot('vault', vaultKey, 'x');
    await expect(openPasswordSlot('other', slot, 'x')).rejects.toThrow('wrong_vault_password');
    await expect(openPasswordSlot('vault', { ...slot, id: 'other' }, 'x')).rejects.toThrow(
      'wrong_vault_password',
    );
  });
});

test('fields cannot be shifted into one another', () => {
  expect(encodeFields(['ab', 'c'])).not.toEqual(encodeFields(['a', 'bc']));
  expect(encodeFields(['a', ''])).not.toEqual(encodeFields(['a']));
  expect(encodeFields([1])).toEqual(encodeFields(['1']));
});
