import { expect, test } from 'vitest';
import { openPrivateKey } from '../../src/certificate/index.ts';
import { legacy, useKeyFiles } from './key-files.ts';
import { codeOfFailure } from './pki.ts';

const files = useKeyFiles();

/** How often each code came out of this many wrong passwords; `undefined` is a key that opened. */
async function codesOf(bytes: Uint8Array, count: number): Promise<Map<unknown, number>> {
  const codes = new Map<unknown, number>();
  const atOnce = 20;
  for (let done = 0; done < count; done += atOnce) {
    const passwords = Array.from({ length: atOnce }, (_, index) => `clave ${done + index}`);
    const found = await Promise.all(
      passwords.map((password) => codeOfFailure(() => openPrivateKey(bytes, password))),
    );
    for (const code of found) codes.set(code, (codes.get(code) ?? 0) + 1);
  }
  return codes;
}

test(
  '10,000 over a key like those of the SAT: each is wrong_password',
  { timeout: 120_000 },
  async () => {
    const args = ['-v2', 'des3', '-v2prf', 'hmacWithSHA1', '-iter', '2048'];
    const bytes = await files.encipher(args, 'una clave');
    expect([...(await codesOf(bytes, 10_000))]).toEqual([['wrong_password', 10_000]]);
  },
);

test.each([
  ['-v2', 'des-cbc'],
  ['-v2', 'rc2-cbc'],
  ['-v2', 'rc2-40-cbc'],
  ['-v2', 'aes-128-cbc'],
  ['-v2', 'aes-192-cbc'],
  ['-v2', 'aes-256-cbc'],
  ['-v1', 'PBE-MD5-DES'],
  ['-v1', 'PBE-SHA1-DES'],
  ['-v1', 'PBE-MD5-RC2-64'],
  ['-v1', 'PBE-SHA1-RC2-64'],
  ['-v1', 'PBE-SHA1-3DES'],
  ['-v1', 'PBE-SHA1-2DES'],
  ['-v1', 'PBE-SHA1-RC2-128'],
  ['-v1', 'PBE-SHA1-RC2-40'],
])('800 over openssl pkcs8 %s %s: each is wrong_password', { timeout: 60_000 }, async (...args) => {
  const bytes = await files.encipher([...args, '-iter', '2', ...legacy], 'una clave');
  expect([...(await codesOf(bytes, 800))]).toEqual([['wrong_password', 800]]);
});
