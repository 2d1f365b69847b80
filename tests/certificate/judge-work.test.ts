import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { judgeCredential, type Bytes } from '../../src/certificate/index.ts';
import { openssl } from '../pki/openssl.ts';
import { exportPkcs12, pemFiles } from './pkcs12.ts';
import { now, usePki } from './pki.ts';

const pki = usePki();
const dear = new Map<string, Bytes>();

const asked = 65_539;
/** The count that a file asks for, raised: nobody is to open it any more. */
function raised(bytes: Uint8Array, count: number): Bytes {
  const [before, after] = [asked, count].map((number) =>
    Buffer.from([2, 3, number >> 16, (number >> 8) & 0xff, number & 0xff]).toString('latin1'),
  );
  const text = Buffer.from(bytes).toString('latin1');
  return new Uint8Array(Buffer.from(text.replaceAll(before ?? '', after ?? ''), 'latin1'));
}

beforeAll(async () => {
  const files = await pemFiles(pki());
  const pfx = await exportPkcs12(files, 'otra', ['-macalg', 'sha512', '-iter', String(asked)]);
  dear.set('.pfx', raised(pfx, 359_900));
  const path = join(files.directory, 'dear.key');
  await openssl(
    ['pkcs8', '-topk8', '-in', files.key, '-outform', 'DER', '-out', path, '-v2', 'des3']
      .concat(['-v2prf', 'hmacWithSHA1', '-iter', String(asked)])
      .concat(['-passout', 'env:PASSWORD']),
    { password: 'otra' },
  );
  dear.set('.key', raised(await readFile(path), 899_900));
});

// Each set spends the budget but for less than a .key of the SAT takes.
describe.each([
  ['a .pfx', ['1.pfx']],
  ['two .key', ['1.key', '2.key']],
])('%s that would spend the whole budget', (_, names) => {
  test('does not keep the right .key after it from being opened', async () => {
    const { person } = pki().credentials;
    const files = [
      ...names.map((name) => ({ name, bytes: dear.get(name.slice(1)) ?? new Uint8Array() })),
      { name: 'mi.cer', bytes: person.readCertificate() },
      { name: 'mi.key', bytes: person.readPrivateKey() },
    ];
    const { key, files: taken } = await judgeCredential(files, person.password, now);
    expect(key).toBeDefined();
    expect(taken?.privateKey.name).toBe('mi.key');
  });
});
