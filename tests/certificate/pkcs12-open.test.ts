import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { encodeDer } from '../../src/certificate/asn1/der-encode.ts';
import { openPkcs12, readCertificate, type Certificate } from '../../src/certificate/index.ts';
import { openssl } from '../pki/openssl.ts';
import { asBer, exportPkcs12, pemFiles, rewriteDer, type PemFiles } from './pkcs12.ts';
import { codeOfFailure, usePki } from './pki.ts';

const pki = usePki();
const password = 'otra clave';
let files: PemFiles;
let person: Certificate;
let pkcs12: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  files = await pemFiles(pki());
  person = readCertificate(pki().credentials.person.readCertificate());
  pkcs12 = await exportPkcs12(files, password);
});

const open = (bytes: Uint8Array, typed = password) => openPkcs12(bytes, typed);
const codeOf = (bytes: Uint8Array, typed = password) => codeOfFailure(() => open(bytes, typed));

describe('what is no .pfx that opens says why', () => {
  test.each<[string, () => Uint8Array]>([
    ['nothing', () => new Uint8Array()],
    ['text', () => new TextEncoder().encode('<html>')],
    ['a certificate', () => pki().credentials.person.readCertificate()],
    ['a private key', () => pki().credentials.person.readPrivateKey()],
    ['a byte after the end', () => Uint8Array.from([...pkcs12, 0])],
    ['257 KB', () => new Uint8Array(257 * 1024).fill(0x30)],
  ])('%s: not_a_pkcs12', async (_, bytes) => {
    expect(await codeOf(bytes())).toBe('not_a_pkcs12');
  });

  test('500 wrong passwords: wrong_password each', async () => {
    const bytes = await exportPkcs12(files, password, ['-iter', '200']);
    for (let index = 0; index < 500; index++) {
      expect(await codeOf(bytes, `${password}${index}`)).toBe('wrong_password');
    }
  });

  test.each(['', ' ', 'Otra clave', 'otra clave ', 'otra\0clave', '\ud800', 'ñ'.repeat(50_000)])(
    'wrong password %#: wrong_password',
    async (typed) => {
      expect(await codeOf(pkcs12, typed)).toBe('wrong_password');
    },
  );

  test.each([
    ['PBES2 of AES', ['-certpbe', 'AES-256-CBC']],
    ['certificates in clear', []],
    ['3DES', ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES']],
    ['RC2 of 40 bits', ['-legacy', '-certpbe', 'PBE-SHA1-RC2-40', '-keypbe', 'PBE-SHA1-RC2-40']],
  ])(
    'without MAC, %s: deciphering decides, 100 wrong passwords: wrong_password each',
    async (_, args) => {
      const bytes = await exportPkcs12(files, password, ['-nomac', '-iter', '1', ...args]);
      for (let index = 0; index < 100; index++) {
        expect(await codeOf(bytes, `no ${index}`)).toBe('wrong_password');
      }
      expect((await open(bytes)).keys).toHaveLength(1);
    },
    60_000,
  );

  test('RC4: unsupported_key', async () => {
    const bytes = await exportPkcs12(files, password, ['-legacy', '-keypbe', 'PBE-SHA1-RC4-128']);
    expect(await codeOf(bytes)).toBe('unsupported_key');
  });

  test('an unknown digest of the MAC: unsupported_key', async () => {
    const bytes = await exportPkcs12(files, password, ['-macalg', 'SHA3-256']);
    expect(await codeOf(bytes)).toBe('unsupported_key');
  });

  test('the public-key modes: unsupported_key', async () => {
    const signed = rewriteDer(pkcs12, ({ tag, content }) =>
      tag === 0x06 && content.at(-1) === 1 && content.length === 9
        ? Uint8Array.from([tag, 9, ...content.subarray(0, 8), 2])
        : undefined,
    );
    expect(await codeOf(signed)).toBe('unsupported_key');
  });

  test('an elliptic key alone: unsupported_key', async () => {
    const key = join(files.directory, 'ec.pem');
    await openssl([
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'],
      ...['-subj', '/CN=EC', '-keyout', key, '-out', `${key}.cer`],
    ]);
    const args = ['-in', `${key}.cer`, '-inkey', key];
    expect(await codeOf(await exportPkcs12({ ...files, key }, password, args))).toBe(
      'unsupported_key',
    );
  });
});

describe('what openssl makes is opened', () => {
  const legacy = '-legacy';
  test.each<[string, string[]]>([
    ['as OpenSSL 3 does', []],
    ['as OpenSSL 1 did', [legacy]],
    ['3DES', ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1']],
    ['3DES of two keys', ['-keypbe', 'PBE-SHA1-2DES', '-certpbe', 'PBE-SHA1-2DES']],
    ['RC2 of 40 bits', [legacy, '-keypbe', 'PBE-SHA1-RC2-40', '-certpbe', 'PBE-SHA1-RC2-40']],
    ['RC2 of 128 bits', [legacy, '-keypbe', 'PBE-SHA1-RC2-128', '-certpbe', 'PBE-SHA1-RC2-128']],
    ['PBES1 of DES', [legacy, '-keypbe', 'PBE-MD5-DES', '-certpbe', 'PBE-SHA1-DES']],
    ['AES-128 and AES-192', ['-keypbe', 'AES-128-CBC', '-certpbe', 'AES-192-CBC']],
    ['PBES2 of 3DES', ['-keypbe', 'DES-EDE3-CBC', '-certpbe', 'DES-EDE3-CBC']],
    ['MAC of SHA-1', ['-macalg', 'sha1']],
    ['MAC of SHA-384', ['-macalg', 'sha384']],
    ['MAC of SHA-512', ['-macalg', 'sha512']],
    ['MAC of one iteration', ['-nomaciter']],
    ['one iteration', ['-noiter', '-nomaciter']],
    ['100,000 iterations', ['-iter', '100000']],
    ['without MAC', ['-nomac', '-certpbe', 'AES-256-CBC']],
    ['certificates in clear', ['-certpbe', 'NONE']],
    ['the key in clear', ['-keypbe', 'NONE']],
    ['all in clear, with a MAC', ['-keypbe', 'NONE', '-certpbe', 'NONE']],
  ])('%s', async (_, args) => {
    const opened = await open(await exportPkcs12(files, password, args));
    expect(opened.certificates.map(({ serialNumber }) => serialNumber)).toEqual([
      person.serialNumber,
    ]);
    expect(opened.keys.map(({ modulus }) => modulus)).toEqual([person.modulus]);
    expect(opened).toMatchObject({ isEncrypted: true, passwordEncoding: 'utf-8-nfc' });
    expect(await codeOf(await exportPkcs12(files, password, args), 'otra clavf')).toBe(
      'wrong_password',
    );
  });

  test('the key signs', async () => {
    const [key] = (await open(pkcs12)).keys;
    const signature = await crypto.subtle.sign(
      'RSASSA-PKCS1-v1_5',
      (await key?.key('SHA-256')) ?? expect.fail(),
      new Uint8Array(10),
    );
    expect(signature.byteLength).toBe(256);
    expect(key).toMatchObject({ isEncrypted: true, passwordEncoding: 'utf-8-nfc' });
  });

  test('in clear and without MAC it opens with any password, and none is proved', async () => {
    const args = ['-keypbe', 'NONE', '-certpbe', 'NONE', '-nomac'];
    const opened = await open(await exportPkcs12(files, password, args), 'cualquiera');
    expect(opened.isEncrypted).toBe(false);
    expect(opened.keys[0]).toMatchObject({ isEncrypted: false, modulus: person.modulus });
  });

  test('with the ACs, in the order of the file, and the names that it has', async () => {
    const args = ['-certfile', files.authorities, '-name', 'José Núñez', '-caname', 'La AC'];
    const { certificates, friendlyNames } = await open(await exportPkcs12(files, password, args));
    expect(certificates.map(({ isCa }) => isCa)).toEqual([false, true, true]);
    expect(friendlyNames).toEqual(['José Núñez', 'La AC']);
  });

  test('certificates without a key', async () => {
    const { certificates, keys } = await open(await exportPkcs12(files, password, ['-nokeys']));
    expect([certificates.length, keys.length]).toEqual([1, 0]);
  });

  test('a key without certificates', async () => {
    const bytes = await exportPkcs12(files, password, ['-nocerts']);
    const { certificates, keys } = await open(bytes);
    expect([certificates.length, keys.length]).toEqual([0, 1]);
  });

  test('PEM', async () => {
    const base64 = Buffer.from(pkcs12).toString('base64').replaceAll(/.{64}/g, '$&\n');
    const pem = `-----BEGIN PKCS12-----\n${base64}\n-----END PKCS12-----\n`;
    expect((await open(new TextEncoder().encode(pem))).keys).toHaveLength(1);
  });

  test.each([
    ['modern', []],
    ['legacy', [legacy]],
    ['in clear', ['-keypbe', 'NONE', '-certpbe', 'NONE']],
  ])('BER of what is around the MAC: %s', async (_, args) => {
    const bytes = asBer(await exportPkcs12(files, password, args));
    expect(bytes.subarray(0, 2)).toEqual(Uint8Array.of(0x30, 0x80));
    expect((await open(bytes)).keys[0]?.modulus).toEqual(person.modulus);
    expect(await codeOf(bytes, 'no')).toBe('wrong_password');
  });

  test('BER inside and outside', async () => {
    const args = ['-nomac', '-keypbe', 'NONE', '-certpbe', 'NONE'];
    const isDer = (content: Uint8Array) =>
      content[0] === 0x30 && content[1] === 0x82 && content.length > 1500;
    const inner = rewriteDer(await exportPkcs12(files, password, args), ({ tag, content }) =>
      tag === 0x04 && isDer(content) ? encodeDer(0x04, asBer(content)) : undefined,
    );
    expect((await open(asBer(inner))).keys[0]?.modulus).toEqual(person.modulus);
  });
});
