import { createPrivateKey, createPublicKey, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { encodeDer } from '../../src/certificate/asn1/der-encode.ts';
import { openPrivateKey, readCertificate } from '../../src/certificate/index.ts';
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
const encryptedWith = (name: string, ...args: string[]) =>
  made(
    name,
    'pkcs8',
    '-topk8',
    '-in',
    plain,
    '-outform',
    'DER',
    '-passout',
    'env:PASSWORD',
    ...args,
  );

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

  test.each([
    ['des3', 'hmacWithSHA1'],
    ['des3', 'hmacWithSHA512'],
    ['aes-128-cbc', 'hmacWithSHA1'],
    ['aes-192-cbc', 'hmacWithSHA384'],
    ['aes-256-cbc', 'hmacWithSHA256'],
  ])('PBES2 of %s and %s', async (cipher, prf) => {
    const bytes = await encryptedWith(`${cipher}-${prf}.key`, '-v2', cipher, '-v2prf', prf);
    const opened = await openPrivateKey(bytes, 'otra clave');
    expect(opened.modulus.length).toBe(256);
    expect(await codeOfFailure(() => openPrivateKey(bytes, 'otra clavf'))).toBe('wrong_password');
  });

  test.each([
    ['utf-8-nfc', 'contraseña', Buffer.from('contraseña', 'utf8')],
    ['utf-8-nfc', 'contrasen\u0303a', Buffer.from('contraseña', 'utf8')],
    ['utf-8-nfd', 'contraseña', Buffer.from('contrasen\u0303a', 'utf8')],
    ['latin-1', 'contraseña', Buffer.from('contraseña', 'latin1')],
    ['cp1252', 'contraseña€', Buffer.from([...Buffer.from('contraseña', 'latin1'), 0x80])],
  ])('%s: the encoding is found and told', async (encoding, typed, octets) => {
    const file = join(pki().directory, `${encoding}.password`);
    await import('node:fs/promises').then(({ writeFile }) => writeFile(file, octets));
    const args = ['pkcs8', '-topk8', '-in', plain, '-outform', 'DER', '-v2', 'des3'];
    const bytes = await made(`${encoding}.key`, ...args, '-passout', `file:${file}`);
    expect((await openPrivateKey(bytes, typed)).passwordEncoding).toBe(encoding);
  });

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
  test(
    '10,000 of them, also those that pass the padding by chance',
    { timeout: 120_000 },
    async () => {
      const bytes = pki().credentials.person.readPrivateKey();
      const codes = new Map<unknown, number>();
      for (let round = 0; round < 10_000; round += 20) {
        const passwords = Array.from(
          { length: 20 },
          (_, index) => `clave equivocada ${round + index}`,
        );
        const failures = await Promise.all(
          passwords.map((password) => codeOfFailure(() => openPrivateKey(bytes, password))),
        );
        for (const code of failures) codes.set(code, (codes.get(code) ?? 0) + 1);
      }
      expect(Object.fromEntries(codes)).toEqual({ wrong_password: 10_000 });
    },
  );

  test.each([
    ['text', Buffer.from('this is no key')],
    ['another structure', encodeDer(0x30, Uint8Array.of(0x02, 0x01, 0x00))],
    ['a key of numbers that do not belong together', 'numbers'],
    ['bytes after the key', 'extra'],
  ])('the right padding around %s', async (name, content) => {
    const der = await made(
      'inner.der',
      'pkcs8',
      '-topk8',
      '-nocrypt',
      '-in',
      plain,
      '-outform',
      'DER',
    );
    const changed = new Uint8Array(der);
    const last = changed.length - 1;
    changed[last] = (changed[last] ?? 0) ^ 1;
    const inner =
      content === 'numbers' ? changed : content === 'extra' ? Buffer.from([...der, 0]) : content;
    const wrapped = await enciphered(`inner ${name}`, Buffer.from(inner));
    expect(await codeOfFailure(() => openPrivateKey(wrapped, 'otra clave'))).toBe('wrong_password');
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

describe('other algorithms are unsupported_key', () => {
  test.each([
    ['PBES1 of PKCS#12', ['-v1', 'PBE-SHA1-3DES']],
    ['scrypt', ['-scrypt', '-scrypt_N', '1024', '-scrypt_r', '8', '-scrypt_p', '1']],
    ['camellia', ['-v2', 'camellia-256-cbc']],
  ])('%s', async (name, args) => {
    const bytes = await encryptedWith(`${name}.key`, ...args);
    expect(await codeOfFailure(() => openPrivateKey(bytes, 'otra clave'))).toBe('unsupported_key');
  });

  test('over a million iterations, without computing them', async () => {
    const bytes = await encryptedWith('slow.key', '-v2', 'des3', '-iter', '1000001');
    const start = performance.now();
    expect(await codeOfFailure(() => openPrivateKey(bytes, 'otra clave'))).toBe('unsupported_key');
    expect(performance.now() - start).toBeLessThan(100);
  });

  test('a budget that does not reach', async () => {
    const { person } = pki().credentials;
    const open = (iterations: number) => () =>
      openPrivateKey(person.readPrivateKey(), person.password, { iterations });
    expect(await codeOfFailure(open(2047))).toBe('unsupported_key');
    expect(await codeOfFailure(open(2048))).toBeUndefined();
  });

  test('a key of an elliptic curve, and PEM of the old kind', async () => {
    const curve = await made(
      'ec.key',
      ...['genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-outform', 'DER'],
      ...['-aes-256-cbc', '-pass', 'env:PASSWORD'],
    );
    const old = await made(
      'old.pem',
      ...['rsa', '-in', plain, '-traditional', '-aes128', '-passout', 'env:PASSWORD'],
    );
    for (const bytes of [curve, old]) {
      const code = await codeOfFailure(() => openPrivateKey(bytes, 'otra clave'));
      expect(code).toBe('unsupported_key');
    }
  });
});

describe('other bytes are not_a_private_key', () => {
  test('a certificate, text, nothing, and a key with a byte after it', async () => {
    const { person } = pki().credentials;
    const longer = new Uint8Array([...person.readPrivateKey(), 0]);
    const files = [person.readCertificate(), Buffer.from('hola'), new Uint8Array(), longer];
    for (const bytes of files) {
      const code = await codeOfFailure(() => openPrivateKey(bytes, person.password));
      expect(code).toBe('not_a_private_key');
    }
  });

  test('a key cut off anywhere', { timeout: 20_000 }, async () => {
    const { person } = pki().credentials;
    const bytes = person.readPrivateKey();
    for (let length = 0; length < bytes.length; length++) {
      const open = () => openPrivateKey(bytes.subarray(0, length), person.password);
      expect(await codeOfFailure(open)).toBe('not_a_private_key');
    }
  });

  test('one changed byte never breaks the reader', { timeout: 60_000 }, async () => {
    const { person } = pki().credentials;
    const bytes = person.readPrivateKey();
    const known = ['not_a_private_key', 'unsupported_key', 'wrong_password', undefined];
    for (let offset = 0; offset < bytes.length; offset += offset < 120 ? 1 : 31) {
      const changed = new Uint8Array(bytes);
      changed[offset] = (changed[offset] ?? 0) ^ 0x01;
      const code = await codeOfFailure(() =>
        openPrivateKey(changed, person.password, { iterations: 100_000 }),
      );
      expect(known).toContain(code);
    }
  });
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
  await import('node:fs/promises').then(({ writeFile }) => writeFile(path, Buffer.from(block)));
  const args = ['-K', key.toString('hex'), '-iv', iv.toString('hex'), '-nopad', '-in', path];
  const encrypted = await made('block.enc', 'enc', '-des-ede3-cbc', ...args);
  const expected = plainBlock && Uint8Array.from(plainBlock);
  expect(decryptTripleDes(key, iv, encrypted)).toEqual(expected);
});

/** An EncryptedPrivateKeyInfo of any content, AES-256 and HMAC-SHA256, made with WebCrypto. */
async function enciphered(label: string, content: Uint8Array): Promise<Uint8Array> {
  const salt = new TextEncoder().encode(label).slice(0, 8);
  const iv = new Uint8Array(16).fill(7);
  const { subtle } = crypto;
  const secret = new TextEncoder().encode('otra clave');
  const base = await subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveBits']);
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: 16 };
  const raw = await subtle.deriveBits(derivation, base, 256);
  const key = await subtle.importKey('raw', raw, 'AES-CBC', false, ['encrypt']);
  const encrypted = await subtle.encrypt({ name: 'AES-CBC', iv }, key, new Uint8Array(content));
  const oid = (text: string) => encodeDer(0x06, Buffer.from(text, 'hex'));
  const prf = encodeDer(0x30, oid('2a864886f70d0209'), encodeDer(0x05));
  const parameters = encodeDer(0x30, encodeDer(0x04, salt), Uint8Array.of(2, 1, 16), prf);
  const kdf = encodeDer(0x30, oid('2a864886f70d01050c'), parameters);
  const cipher = encodeDer(0x30, oid('60864801650304012a'), encodeDer(0x04, iv));
  const scheme = encodeDer(0x30, oid('2a864886f70d01050d'), encodeDer(0x30, kdf, cipher));
  return encodeDer(0x30, scheme, encodeDer(0x04, new Uint8Array(encrypted)));
}
