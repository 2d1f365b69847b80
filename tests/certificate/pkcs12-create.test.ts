import { beforeAll, describe, expect, test } from 'vitest';
import {
  createPkcs12,
  openPkcs12,
  openPrivateKey,
  readCertificate,
  toBase64Url,
  toHex,
  type Bytes,
  type Certificate,
  type Pkcs12Order,
  type Pkcs12Protection,
} from '../../src/certificate/index.ts';
import { exportPkcs12, opensslFinds, pemFiles, type PemFiles } from './pkcs12.ts';
import { codeOfFailure, usePki } from './pki.ts';

const pki = usePki();
let files: PemFiles;
let person: Certificate;
let pair: Pick<Pkcs12Order, 'certificate' | 'pkcs8'>;
let authorities: Bytes[];

beforeAll(async () => {
  const { credentials, authority, root } = pki();
  files = await pemFiles(pki());
  person = readCertificate(credentials.person.readCertificate());
  const key = await openPrivateKey(
    credentials.person.readPrivateKey(),
    credentials.person.password,
  );
  pair = { certificate: person.der, pkcs8: key.pkcs8 };
  authorities = [authority, root].map((ca) => readCertificate(ca.readCertificate()).der);
});

const protections: Pkcs12Protection[] = ['compatible', 'modern'];

describe('what is no pair is made into no file', () => {
  test('the key of another certificate: not_a_private_key', async () => {
    const other = readCertificate(pki().credentials.company.readCertificate()).der;
    const code = await codeOfFailure(() =>
      createPkcs12({ ...pair, certificate: other, password: 'a' }),
    );
    expect(code).toBe('not_a_private_key');
  });

  test('bytes that are no key: not_a_private_key', async () => {
    const pkcs8 = pair.pkcs8.slice(0, -1);
    expect(await codeOfFailure(() => createPkcs12({ ...pair, pkcs8, password: 'a' }))).toBe(
      'not_a_private_key',
    );
  });

  test('bytes that are no certificate: not_a_certificate', async () => {
    const certificate = new Uint8Array([0x30, 0]);
    expect(await codeOfFailure(() => createPkcs12({ ...pair, certificate, password: 'a' }))).toBe(
      'not_a_certificate',
    );
    const chain = [certificate];
    expect(await codeOfFailure(() => createPkcs12({ ...pair, chain, password: 'a' }))).toBe(
      'not_a_certificate',
    );
  });

  test('half a surrogate pair for a password: wrong_password', async () => {
    expect(await codeOfFailure(() => createPkcs12({ ...pair, password: 'a\ud800' }))).toBe(
      'wrong_password',
    );
  });
});

describe.each(protections)('%s', (protection) => {
  test.each(['contraseña€ 🔑', ''])(
    'openssl and we open it with the password %j',
    async (password) => {
      const order = { ...pair, chain: authorities, password, protection };
      const pkcs12 = await createPkcs12(order);
      const found = await opensslFinds(files, pkcs12, password);
      expect(found.serialNumbers).toHaveLength(3);
      expect(found.modulus).toBe(toBase64Url(person.modulus));
      const opened = await openPkcs12(pkcs12, password);
      expect(opened.certificates.map(({ der }) => der)).toEqual([person.der, ...authorities]);
      expect(opened.keys.map(({ pkcs8 }) => pkcs8)).toEqual([pair.pkcs8]);
      expect(opened.passwordEncoding).toBe('utf-8-nfc');
      expect(await codeOfFailure(() => openPkcs12(pkcs12, `${password}!`))).toBe('wrong_password');
    },
  );

  test('its names are those that openssl lists, on the certificate and on the key', async () => {
    const friendlyName = 'Pena & Cia';
    const pkcs12 = await createPkcs12({ ...pair, password: 'a', friendlyName, protection });
    const { listed } = await opensslFinds(files, pkcs12, 'a');
    expect(listed.match(/friendlyName: .*/g)).toEqual(
      Array(2).fill(`friendlyName: ${friendlyName}`),
    );
    expect(new Set(listed.match(/localKeyID: .*/g)).size).toBe(1);
    expect((await openPkcs12(pkcs12, 'a')).friendlyNames).toEqual([friendlyName]);
  });

  test('a name of any characters is kept', async () => {
    const friendlyName = 'Peña & Cía 🔑';
    const pkcs12 = await createPkcs12({ ...pair, password: 'a', friendlyName, protection });
    expect((await openPkcs12(pkcs12, 'a')).friendlyNames).toEqual([friendlyName]);
  });

  test('no two files are alike', async () => {
    const order = { ...pair, password: 'a', protection };
    expect(await createPkcs12(order)).not.toEqual(await createPkcs12(order));
  });

  test('openssl → we → openssl', async () => {
    const opened = await openPkcs12(await exportPkcs12(files, 'ñandú'), 'ñandú');
    const [[certificate], [key]] = [opened.certificates, opened.keys];
    if (!certificate || !key) expect.fail();
    const order = { certificate: certificate.der, pkcs8: key.pkcs8, protection };
    const again = await createPkcs12({ ...order, password: 'otra ñ' });
    const found = await opensslFinds(files, again, 'otra ñ');
    expect(found.modulus).toBe(toBase64Url(person.modulus));
  });
});

test.each<[string, Pkcs12Protection | undefined, string, string]>([
  [
    '3DES and SHA-1, 2,048 rounds, unless told',
    undefined,
    // pbeWithSHAAnd3-KeyTripleDES-CBC with a salt of 8 octets, and 2,048
    '060a2a864886f70d010c0103300e0408.{16}02020800',
    // SHA-1, its digest, a salt of 8 octets, and 2,048
    '06052b0e03021a05000414.{40}0408.{16}02020800$',
  ],
  [
    'AES-256 and SHA-256, 100,000 rounds',
    'modern',
    // PBKDF2 with a salt of 16 octets, 100,000 and HMAC-SHA256, then AES-256-CBC
    '06092a864886f70d01050c30..0410.{32}02030186a0300c06082a864886f70d0209050030..060960864801650304012a0410',
    // SHA-256, its digest, a salt of 16 octets, and 100,000
    '060960864801650304020105000420.{64}0410.{32}02030186a0$',
  ],
])('%s', async (_, protection, cipher, mac) => {
  const order = { ...pair, password: 'a', ...(protection && { protection }) };
  const hex = toHex(await createPkcs12(order));
  expect(hex.match(new RegExp(cipher, 'g'))).toHaveLength(2);
  expect(hex).toMatch(new RegExp(mac));
});
