import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { openPrivateKey, sealPrivateKey, toHex } from '../../src/certificate/index.ts';
import { openssl } from '../pki/openssl.ts';
import { useKeyFiles } from './key-files.ts';
import { codeOfFailure } from './pki.ts';

const files = useKeyFiles();
const clear = async () => {
  const pem = new Uint8Array(await readFile(files.plainPath));
  return (await openPrivateKey(pem, '')).pkcs8;
};

test.each(['', 'a\0', '\ud800', 'a\udc00b'])(
  'no file is made that nothing opens: %j',
  async (password) => {
    const pkcs8 = await clear();
    expect(await codeOfFailure(() => sealPrivateKey(pkcs8, password))).toBe('wrong_password');
  },
);

test.each(['12345678a', 'contraseña €', 'contrasen\u0303a', 'clave 🔑', ' con espacios '])(
  'openssl opens what was sealed with «%s», and so do we',
  async (password) => {
    const pkcs8 = await clear();
    const sealed = await sealPrivateKey(pkcs8, password);
    const path = `${files.plainPath}.key`;
    await writeFile(path, sealed);
    const input = ['rsa', '-inform', 'DER', '-in', path, '-outform', 'DER', '-traditional'];
    const opened = await files.make([...input, '-passin', 'env:PASSWORD'], password.normalize());
    expect((await openPrivateKey(opened, '')).pkcs8).toEqual(pkcs8);
    expect((await openPrivateKey(sealed, password)).pkcs8).toEqual(pkcs8);
    const wrong = `${password}.`;
    expect(await codeOfFailure(() => openPrivateKey(sealed, wrong))).toBe('wrong_password');
  },
);

test('its scheme is the one of the SAT, to the octet', async () => {
  const sealed = toHex(await sealPrivateKey(await clear(), '12345678a'));
  const template = new RegExp(
    '^3082050.' + // EncryptedPrivateKeyInfo
      '304006092a864886f70d01050d3033' + // PBES2
      '301b06092a864886f70d01050c300e0408.{16}02020800' + // PBKDF2: salt, 2,048, nothing more
      '301406082a864886f70d03070408.{16}' + // DES-EDE3-CBC: initial vector
      '048204',
  );
  expect(sealed).toMatch(template);
});

test('salt and initial vector are new each time', async () => {
  const pkcs8 = await clear();
  const [one, two] = await Promise.all([
    sealPrivateKey(pkcs8, '12345678a'),
    sealPrivateKey(pkcs8, '12345678a'),
  ]);
  const [saltOfOne, saltOfTwo] = [one, two].map((bytes) => toHex(bytes.subarray(36, 44)));
  const [ivOfOne, ivOfTwo] = [one, two].map((bytes) => toHex(bytes.subarray(62, 70)));
  expect(saltOfOne).not.toBe(saltOfTwo);
  expect(ivOfOne).not.toBe(ivOfTwo);
});

test('openssl reads its parameters as we say', async () => {
  const path = `${files.plainPath}.asn1`;
  await writeFile(path, await sealPrivateKey(await clear(), '12345678a'));
  const printed = await openssl(['asn1parse', '-inform', 'DER', '-in', path]);
  const lines = printed.split('\n').filter((line) => /OBJECT|INTEGER/.test(line));
  expect(lines.map((line) => line.split(':').at(-1))).toEqual([
    'PBES2',
    'PBKDF2',
    '0800',
    'des-ede3-cbc',
  ]);
});
