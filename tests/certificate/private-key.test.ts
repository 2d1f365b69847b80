import { createPrivateKey, createPublicKey, verify } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { encodeDer } from '../../src/certificate/asn1/der-encode.ts';
import { openPrivateKey, readCertificate, sealPrivateKey } from '../../src/certificate/index.ts';
import { decryptTripleDes } from '../../src/certificate/key/triple-des.ts';
import { makeCredential } from '../pki/index.ts';
import { openssl } from '../pki/openssl.ts';
import { codeOfFailure, usePki } from './pki.ts';

const pki = usePki();
let plain: string;

beforeAll(async () => {
  plain = join(pki().directory, 'plain-again.pem');
  const { keyPath, password } = pki().credentials.person;
  await openssl(
    ['pkey', '-inform', 'DER', '-in', keyPath, '-out', plain, '-passin', 'env:PASSWORD'],
    { password },
  );
});

const made = async (name: string, ...args: string[]): Promise<Uint8Array> => {
  const path = join(pki().directory, name);
  await openssl([...args, '-out', path], { password: 'otra clave' });
  return new Uint8Array(await readFile(path));
};

describe('a key opens with its password', () => {
  test.each(['person', 'personAes', 'company', 'enie', 'ampersand', 'csd'] as const)(
    '%s: the key of its certificate',
    async (name) => {
      const credential = pki().credentials[name];
      const opened = await openPrivateKey(credential.readPrivateKey(), credential.password);
      const certificate = readCertificate(credential.readCertificate());
      expect(opened.passwordEncoding).toBe('utf-8-nfc');
      expect(opened.modulus).toEqual(certificate.modulus);
      const again = createPrivateKey({
        key: Buffer.from(opened.pkcs8),
        format: 'der',
        type: 'pkcs8',
      });
      expect(again.asymmetricKeyType).toBe('rsa');
    },
  );

  test('PEM, enciphered and in clear, and a bare RSAPrivateKey', async () => {
    const pem = await made(
      'pem.key',
      ...['pkcs8', '-topk8', '-in', plain, '-v2', 'des3', '-passout', 'env:PASSWORD'],
    );
    const pkcs8 = await made('plain.der', 'pkey', '-in', plain, '-outform', 'DER', '-traditional');
    const clear = new Uint8Array(await readFile(plain));
    const { modulus } = await openPrivateKey(clear, '');
    expect((await openPrivateKey(pem, 'otra clave')).modulus).toEqual(modulus);
    expect((await openPrivateKey(pkcs8, 'any')).modulus).toEqual(modulus);
  });

  test('the CryptoKey signs, for one hash, and cannot be exported', async () => {
    const { person } = pki().credentials;
    const opened = await openPrivateKey(person.readPrivateKey(), person.password);
    const certificate = readCertificate(person.readCertificate());
    const publicKey = createPublicKey({
      key: Buffer.from(certificate.subjectPublicKeyInfo),
      format: 'der',
      type: 'spki',
    });
    const data = new TextEncoder().encode('||cadena|original||');
    for (const hash of ['SHA-256', 'SHA-1'] as const) {
      const key = await opened.key(hash);
      const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', key, data);
      expect(verify(hash, data, publicKey, new Uint8Array(signature))).toBe(true);
      expect(key).toMatchObject({ extractable: false, usages: ['sign'] });
    }
  });
});

describe('a wrong password is always wrong_password', () => {
  test.each([
    ['text', () => Buffer.from('this is no key')],
    ['nothing', () => new Uint8Array()],
    ['another structure', () => encodeDer(0x30, Uint8Array.of(0x02, 0x01, 0x00))],
    ['bytes after the key', (pkcs8: Uint8Array) => Buffer.from([...pkcs8, 0])],
    ['a key that is cut', (pkcs8: Uint8Array) => pkcs8.subarray(0, -1)],
  ])('the right padding around %s', async (_, inside) => {
    const { pkcs8 } = await openPrivateKey(new Uint8Array(await readFile(plain)), '');
    const sealed = await sealPrivateKey(inside(pkcs8), 'otra clave');
    expect(await codeOfFailure(() => openPrivateKey(sealed, 'otra clave'))).toBe('wrong_password');
  });

  test('one bit of the password', async () => {
    const { person } = pki().credentials;
    const wrong = ['', `${person.password} `, person.password.toUpperCase(), 'ñ', '\ud800', '🔑'];
    for (const password of wrong) {
      const code = await codeOfFailure(() => openPrivateKey(person.readPrivateKey(), password));
      expect([password, code]).toEqual([password, 'wrong_password']);
    }
  });
});

test('a file that is damaged is not the fault of its password', async () => {
  const { person } = pki().credentials;
  const bytes = person.readPrivateKey();
  bytes[600] = (bytes[600] ?? 0) ^ 1;
  const codeWith = (password: string) => codeOfFailure(() => openPrivateKey(bytes, password));
  expect(await codeWith(person.password)).toBe('not_a_private_key');
  expect(await codeWith('otra clave')).toBe('wrong_password');
});

test('a budget that does not reach', async () => {
  const { person } = pki().credentials;
  const open = (iterations: number) => () =>
    openPrivateKey(person.readPrivateKey(), person.password, { iterations });
  expect(await codeOfFailure(open(2047))).toBe('too_many_iterations');
  expect(await codeOfFailure(open(2048))).toBeUndefined();
});

test('a certificate, text and nothing are not_a_private_key', async () => {
  const { person } = pki().credentials;
  for (const bytes of [person.readCertificate(), Buffer.from('hola'), new Uint8Array()]) {
    const code = await codeOfFailure(() => openPrivateKey(bytes, person.password));
    expect(code).toBe('not_a_private_key');
  }
});

test('a fresh key opens too', async () => {
  const fresh = await makeCredential(pki(), { password: 'recién hecha' });
  const opened = await openPrivateKey(fresh.readPrivateKey(), 'recién hecha');
  expect(opened.modulus).toEqual(readCertificate(fresh.readCertificate()).modulus);
});

test.each([
  ['count 0', [1, 2, 3, 4, 5, 6, 7, 0], undefined],
  ['count 9', [1, 2, 3, 4, 5, 6, 7, 9], undefined],
  ['unequal octets', [1, 2, 3, 4, 5, 3, 2, 3], undefined],
  ['one octet', [1, 2, 3, 4, 5, 6, 7, 1], [1, 2, 3, 4, 5, 6, 7]],
  ['a whole block', [8, 8, 8, 8, 8, 8, 8, 8], []],
])('3DES padding of %s', async (_, block, plainBlock) => {
  const [key, iv] = [Buffer.alloc(24, 0x5a), Buffer.alloc(8, 0xa5)];
  const path = join(pki().directory, 'block');
  await writeFile(path, Buffer.from(block));
  const args = ['-K', key.toString('hex'), '-iv', iv.toString('hex'), '-nopad', '-in', path];
  const encrypted = await made('block.enc', 'enc', '-des-ede3-cbc', ...args);
  const expected = plainBlock && Uint8Array.from(plainBlock);
  expect(decryptTripleDes(key, iv, encrypted)).toEqual(expected);
});
