import { createPrivateKey } from 'node:crypto';
import { expect, test } from 'vitest';
import { judgeCredential, openPrivateKey } from '../../src/certificate/index.ts';
import { now, usePki } from './pki.ts';

const pki = usePki();

/** Its files with the key in clear, as some tools leave it. */
function inClear(): { name: string; bytes: Uint8Array }[] {
  const { person } = pki().credentials;
  const key = createPrivateKey({
    key: Buffer.from(person.readPrivateKey()),
    format: 'der',
    type: 'pkcs8',
    passphrase: person.password,
  });
  return [
    { name: 'a.cer', bytes: person.readCertificate() },
    { name: 'a.key', bytes: key.export({ format: 'der', type: 'pkcs8' }) },
  ];
}

/** Whether they work, and what is said of the password. */
async function findingOfPassword(
  files: { name: string; bytes: Uint8Array }[],
  password: string,
): Promise<{ ok: boolean; status: string | undefined }> {
  const { ok, findings } = await judgeCredential(files, password, now);
  return { ok, status: findings.find(({ id }) => id === 'pwd.wrong')?.status };
}

test.each(['no es la mía', 'a', ''])(
  'a key in clear opens with «%s», and nobody is told that this is its password',
  async (password) => {
    expect(await findingOfPassword(inClear(), password)).toEqual({ ok: true, status: 'unknown' });
  },
);

test('the password of an enciphered key is proved by opening it', async () => {
  const { person } = pki().credentials;
  const files = [
    { name: 'a.cer', bytes: person.readCertificate() },
    { name: 'a.key', bytes: person.readPrivateKey() },
  ];
  expect(await findingOfPassword(files, person.password)).toEqual({ ok: true, status: 'pass' });
  expect(await findingOfPassword(files, 'otra')).toEqual({ ok: false, status: 'fail' });
});

test('an opened key says whether it was enciphered', async () => {
  const { person } = pki().credentials;
  const [, plain] = inClear();
  if (!plain) throw new Error('two files');
  const open = async (bytes: Uint8Array) =>
    (await openPrivateKey(bytes, person.password)).isEncrypted;
  expect([await open(plain.bytes), await open(person.readPrivateKey())]).toEqual([false, true]);
});
