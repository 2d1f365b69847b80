import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { productionAnchors, readAuthority } from '../../src/certificate/index.ts';
import { asPem } from '../pki/pem.ts';
import { codeOfFailure, usePki } from './pki.ts';
import { satFolder } from '../sat-folder.ts';
import { openssl } from '../pki/openssl.ts';

const pki = usePki();

test.each([
  ['an e.firma', () => pki().credentials.person.readCertificate()],
  ['a CSD', () => pki().credentials.csd.readCertificate()],
])('%s vouches for nobody', async (_what, read) => {
  expect(await codeOfFailure(() => readAuthority(read()))).toBe('not_an_authority');
});

test.each([
  ['a private key', () => pki().credentials.person.readPrivateKey()],
  ['a text', () => new TextEncoder().encode('Autoridad de confianza')],
  ['nothing', () => new Uint8Array()],
  ['a cut certificate', () => pki().root.readCertificate().subarray(0, 500)],
])('%s is no certificate', async (_what, read) => {
  expect(await codeOfFailure(() => readAuthority(read()))).toBe('not_a_certificate');
});

test.each(['root', 'authority', 'stranger'] as const)(
  'the fingerprint of %s is the one that openssl shows',
  async (which) => {
    const authority = pki()[which];
    const { name, sha256, isBuiltIn, certificate } = await readAuthority(
      authority.readCertificate(),
    );
    const shown = await openssl([
      'x509',
      '-in',
      authority.pemPath,
      '-noout',
      '-fingerprint',
      '-sha256',
    ]);
    expect(sha256).toBe(shown.split('=')[1]?.replaceAll(':', '').trim().toLowerCase());
    expect({ name, isBuiltIn }).toEqual({ name: authority.name, isBuiltIn: false });
    expect(certificate.der).toEqual(authority.readCertificate());
  },
);

test('as PEM it is the same authority', async () => {
  const der = pki().root.readCertificate();
  const pem = new TextEncoder().encode(asPem(der));
  expect(await readAuthority(pem)).toEqual(await readAuthority(der));
});

describe.skipIf(!satFolder)('of the SAT’s published certificates', () => {
  const read = (path: string) => new Uint8Array(readFileSync(join(satFolder ?? '', path)));

  test.each(['AC4_SAT', 'AC5_SAT', 'AC7_SAT', 'ARC5_IES'])('%s is built in', async (name) => {
    const authority = await readAuthority(read(`ac-produccion/${name}.cer`));
    const anchor = productionAnchors.find((known) => known.name === name);
    expect(authority).toMatchObject({ isBuiltIn: true, sha256: anchor?.certificateSha256 });
  });

  test.each(['AC_4096_2018', 'AC_UAT_2022', 'ac2_4096_DER'])('%s is for tests', async (name) => {
    const file = read(`ac-pruebas/${name}.cer`);
    expect(await codeOfFailure(() => readAuthority(file))).toBe('test_authority');
  });
});
