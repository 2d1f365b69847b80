import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { openPrivateKey, sealPrivateKey } from '../../src/certificate/index.ts';
import { passwordEncodings } from '../../src/certificate/key/password-encodings.ts';
import { useKeyFiles } from './key-files.ts';
import { codeOfFailure } from './pki.ts';

const files = useKeyFiles();
const schemes = [
  ['PBES2', ['-v2', 'des3', '-iter', '16']],
  ['PBES1', ['-v1', 'PBE-MD5-DES', '-provider', 'legacy', '-provider', 'default']],
  ['PKCS#12', ['-v1', 'PBE-SHA1-3DES', '-iter', '16']],
] as const;
const [pbes2, pbes1, pkcs12] = schemes;
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const withEuro = Buffer.from([...latin1('contraseña'), 0x80]);
const decomposed = 'contrasen\u0303a';

describe('what cannot be the password is wrong_password, and nothing worse', () => {
  test.each(schemes)('%s', async (_, args) => {
    const bytes = await files.encipher(args, 'una clave');
    const strange = ['', '\0', 'una clave\0', '\ud800', '\udc00x', '🔑', 'ñ'.repeat(100_000)];
    for (const password of strange) {
      const code = await codeOfFailure(() => openPrivateKey(bytes, password));
      expect([password.slice(0, 10), code]).toEqual([password.slice(0, 10), 'wrong_password']);
    }
  });

  test('half a surrogate pair is not the sign that stands for it', async () => {
    for (const [, args] of schemes) {
      const bytes = await files.encipher(args, 'clave \ufffd');
      expect(await codeOfFailure(() => openPrivateKey(bytes, 'clave \ufffd'))).toBeUndefined();
      const code = await codeOfFailure(() => openPrivateKey(bytes, 'clave \ud800'));
      expect(code).toBe('wrong_password');
    }
  });
});

describe('the encoding that opens is found and told', () => {
  test.each([
    [pbes2, 'utf-8-nfc', 'contraseña', 'contraseña'],
    [pbes2, 'utf-8-nfc', decomposed, 'contraseña'],
    [pbes2, 'utf-8-nfd', 'contraseña', decomposed],
    [pbes2, 'latin-1', 'contraseña', latin1('contraseña')],
    [pbes2, 'latin-1', decomposed, latin1('contraseña')],
    [pbes2, 'cp1252', 'contraseña€', withEuro],
    [pbes1, 'utf-8-nfc', 'contraseña', 'contraseña'],
    [pbes1, 'utf-8-nfd', 'contraseña', decomposed],
    [pbes1, 'latin-1', 'contraseña', latin1('contraseña')],
    [pbes1, 'cp1252', 'contraseña€', withEuro],
    // openssl takes octets that are no UTF-8 for Latin-1: the characters are those that were typed.
    [pkcs12, 'utf-8-nfc', 'contraseña', 'contraseña'],
    [pkcs12, 'utf-8-nfc', 'contraseña', latin1('contraseña')],
    [pkcs12, 'utf-8-nfc', 'clave 🔑 €', 'clave 🔑 €'],
    [pkcs12, 'utf-8-nfd', 'contraseña', decomposed],
    [pkcs12, 'utf-8-octets', 'contraseña', 'contraseÃ±a'],
  ] as const)('%s: %s', async ([, args], encoding, typed, octets) => {
    const bytes = await files.encipher(args, octets);
    const budget = { iterations: 100_000 };
    expect((await openPrivateKey(bytes, typed, budget)).passwordEncoding).toBe(encoding);
  });

  test('also of a password of 100,000 characters', async () => {
    const { pkcs8 } = await openPrivateKey(new Uint8Array(await readFile(files.plainPath)), '');
    const long = 'ñ'.repeat(100_000);
    const sealed = await sealPrivateKey(pkcs8, long);
    expect((await openPrivateKey(sealed, long)).passwordEncoding).toBe('utf-8-nfc');
    const code = await codeOfFailure(() => openPrivateKey(sealed, long.slice(1)));
    expect(code).toBe('wrong_password');
  });
});

test('a password of ASCII is tried once, others in each form once', () => {
  const encodings = (password: string, form: 'octets' | 'bmp') =>
    passwordEncodings(password, form).map(({ encoding }) => encoding);
  expect(encodings('12345678a', 'octets')).toEqual(['utf-8-nfc']);
  expect(encodings('12345678a', 'bmp')).toEqual(['utf-8-nfc']);
  expect(encodings('ñ', 'octets')).toEqual(['utf-8-nfc', 'utf-8-nfd', 'latin-1']);
  expect(encodings('ñ€', 'octets')).toEqual(['utf-8-nfc', 'utf-8-nfd', 'cp1252']);
  expect(encodings('ñ', 'bmp')).toEqual(['utf-8-nfc', 'utf-8-nfd', 'utf-8-octets']);
});
