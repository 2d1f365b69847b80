import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { openPrivateKey } from '../../src/certificate/index.ts';
import { keyRefusalOf } from '../../src/certificate/key/key-refusal.ts';
import { legacy, useKeyFiles } from './key-files.ts';
import { codeOfFailure } from './pki.ts';

const files = useKeyFiles();

describe('what is not read stays closed as unsupported_key', () => {
  test.each([
    ['RC4 of 128 bits', ['-v1', 'PBE-SHA1-RC4-128', ...legacy]],
    ['RC4 of 40 bits', ['-v1', 'PBE-SHA1-RC4-40', ...legacy]],
    ['scrypt', ['-scrypt', '-scrypt_N', '1024', '-scrypt_r', '8', '-scrypt_p', '1']],
    ['Camellia', ['-v2', 'camellia-256-cbc']],
    ['a hash of 224 bits', ['-v2', 'aes-256-cbc', '-v2prf', 'hmacWithSHA224']],
  ])('%s', async (_, args) => {
    const bytes = await files.encipher(args, 'una clave');
    const error = await openPrivateKey(bytes, 'una clave').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'unsupported_key' });
    expect(keyRefusalOf(error)).toBe('cipher');
  });
});

const pbes2 = [
  'des-cbc',
  'des3',
  'rc2-cbc',
  'rc2-64-cbc',
  'rc2-40-cbc',
  'aes-128-cbc',
  'aes-192-cbc',
  'aes-256-cbc',
].flatMap((cipher) =>
  ['hmacWithSHA1', 'hmacWithSHA256', 'hmacWithSHA384', 'hmacWithSHA512'].map(
    (prf) => ['-v2', cipher, '-v2prf', prf] as const,
  ),
);
const pbes1 = ['PBE-MD5-DES', 'PBE-SHA1-DES', 'PBE-MD5-RC2-64', 'PBE-SHA1-RC2-64'];
const pkcs12 = ['PBE-SHA1-3DES', 'PBE-SHA1-2DES', 'PBE-SHA1-RC2-128', 'PBE-SHA1-RC2-40'];
const octetSchemes = [...pbes2, ...pbes1.map((name) => ['-v1', name] as const)];
const bmpSchemes = pkcs12.map((name) => ['-v1', name] as const);

describe.each([...octetSchemes, ...bmpSchemes].map((args) => [args.join(' '), args] as const))(
  'openssl pkcs8 %s',
  (_, args) => {
    test.each(['una clave', 'contraseña €', 'clave 🔑'])(
      'opens with «%s», not with another',
      async (password) => {
        const bytes = await files.encipher([...args, ...legacy], password);
        expect(await codeOfFailure(() => openPrivateKey(bytes, `${password}.`))).toBe(
          'wrong_password',
        );
        const clear = await openPrivateKey(new Uint8Array(await readFile(files.plainPath)), '');
        const opened = await openPrivateKey(bytes, password);
        expect(opened.pkcs8).toEqual(clear.pkcs8);
        expect(opened.passwordEncoding).toBe('utf-8-nfc');
      },
    );
  },
);
