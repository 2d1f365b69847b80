import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { encodeDer } from '../../src/certificate/asn1/der-encode.ts';
import { oid } from '../../src/certificate/asn1/oid.ts';
import {
  createPkcs12,
  openPkcs12,
  openPrivateKey,
  readCertificate,
  toBase64Url,
  type Bytes,
} from '../../src/certificate/index.ts';
import { encodeInteger, encodeOid } from '../../src/certificate/asn1/encode-values.ts';
import { pkcs12Oid } from '../../src/certificate/pkcs12/pkcs12-oid.ts';
import { protections } from '../../src/certificate/pkcs12/protection.ts';
import { openssl } from '../pki/openssl.ts';
import { satFolder } from '../sat-folder.ts';
import {
  bag,
  certBag,
  clearSafe,
  contentInfo,
  opensslFinds,
  pemFiles,
  pfxAround,
  type PemFiles,
} from './pkcs12.ts';
import { codeOfFailure, usePki } from './pki.ts';

const pki = usePki();
let files: PemFiles;
let keys: Bytes[];
let certificates: Bytes[];
let ellipticKey: Bytes;

const password = 'clave';
const bmp = Uint8Array.of(0, 99, 0, 108, 0, 97, 0, 118, 0, 101, 0, 0);

beforeAll(async () => {
  files = await pemFiles(pki());
  const { person, company } = pki().credentials;
  certificates = [person, company].map(({ readCertificate: read }) => Uint8Array.from(read()));
  keys = await Promise.all(
    [person, company].map(async ({ readPrivateKey, password: its }) => {
      return (await openPrivateKey(readPrivateKey(), its)).pkcs8;
    }),
  );
  const path = join(files.directory, 'elliptic.der');
  const curve = ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'];
  await openssl(['genpkey', ...curve, '-out', `${path}.pem`]);
  const clear = ['-topk8', '-nocrypt', '-outform', 'DER', '-out', path];
  await openssl(['pkcs8', '-in', `${path}.pem`, ...clear]);
  ellipticKey = new Uint8Array(readFileSync(path));
});

const open = (...bags: Bytes[]) => openPkcs12(pfxAround(clearSafe(...bags), bmp), password);
const codeOf = (...bags: Bytes[]) => codeOfFailure(() => open(...bags));
const keyBag = (pkcs8: Bytes | undefined) => bag(pkcs12Oid.keyBag, pkcs8 ?? expect.fail());
const crlBag = '1.2.840.113549.1.12.10.1.4';
const secretBag = '1.2.840.113549.1.12.10.1.5';

describe('what is broken though the MAC fits is not_a_pkcs12', () => {
  test('a key of which an octet is wrong', async () => {
    const damaged = keys[0]?.map((octet, at) => (at === 100 ? octet ^ 1 : octet));
    expect(await codeOf(keyBag(damaged))).toBe('not_a_pkcs12');
    expect(await codeOf(keyBag(keys[0]), keyBag(damaged))).toBe('not_a_pkcs12');
  });

  test('a keyBag that holds no key', async () => {
    expect(await codeOf(keyBag(certificates[0]))).toBe('not_a_pkcs12');
    expect(await codeOf(keyBag(encodeDer(0x05)))).toBe('not_a_pkcs12');
  });

  test('a bag of four parts, one of one part, a part of unknown type', async () => {
    const id = encodeOid(pkcs12Oid.certBag);
    expect(await codeOf(encodeDer(0x30, id))).toBe('not_a_pkcs12');
    const value = encodeDer(0xa0, encodeDer(0x05));
    expect(await codeOf(encodeDer(0x30, id, value, encodeDer(0x31), encodeDer(0x31)))).toBe(
      'not_a_pkcs12',
    );
    const unknown = encodeDer(0x30, contentInfo('1.2.3', encodeDer(0x05)));
    expect(await codeOfFailure(() => openPkcs12(pfxAround(unknown, bmp), password))).toBe(
      'not_a_pkcs12',
    );
  });

  test('a key that is enciphered with another password than the MAC', async () => {
    const { person } = pki().credentials;
    const other = bag(pkcs12Oid.pkcs8ShroudedKeyBag, Uint8Array.from(person.readPrivateKey()));
    expect(await codeOf(other)).toBe('not_a_pkcs12');
  });
});

test('garbage under a right padding: a wrong password without MAC, damage with one', async () => {
  const garbage = Uint8Array.from({ length: 40 }, (_, at) => at * 7);
  for (const { encrypt } of Object.values(protections)) {
    const { algorithm, encrypted } = await encrypt(garbage, password);
    const key = encodeDer(0x30, algorithm, encodeDer(0x04, encrypted));
    const content = encodeDer(0x30, encodeOid(oid.data), algorithm, encodeDer(0x80, encrypted));
    const sealedPart = contentInfo(
      pkcs12Oid.encryptedData,
      encodeDer(0x30, encodeInteger(0), content),
    );
    for (const safe of [
      clearSafe(bag(pkcs12Oid.pkcs8ShroudedKeyBag, key)),
      encodeDer(0x30, sealedPart),
    ]) {
      const codes = [undefined, bmp].map((macPassword) =>
        codeOfFailure(() => openPkcs12(pfxAround(safe, macPassword), password)),
      );
      expect(await Promise.all(codes)).toEqual(['wrong_password', 'not_a_pkcs12']);
    }
  }
});

test('envelopedData is of the public-key modes: unsupported_key', async () => {
  const enveloped = encodeDer(0x30, contentInfo(pkcs12Oid.envelopedData, encodeDer(0x30)));
  expect(await codeOfFailure(() => openPkcs12(pfxAround(enveloped, bmp), password))).toBe(
    'unsupported_key',
  );
});

describe('what is in it', () => {
  test('several keys and certificates, in the order of the file', async () => {
    const bags = [...keys.map(keyBag), ...certificates.toReversed().map(certBag)];
    const opened = await open(...bags);
    expect(opened.keys.map(({ pkcs8 }) => pkcs8)).toEqual(keys);
    expect(opened.certificates.map(({ der }) => der)).toEqual(certificates.toReversed());
  });

  test('an elliptic key beside one of RSA is left out; alone, it is unsupported_key', async () => {
    expect((await open(keyBag(ellipticKey), keyBag(keys[0]))).keys).toHaveLength(1);
    expect(await codeOf(keyBag(ellipticKey))).toBe('unsupported_key');
  });

  test('bags of CRLs, of secrets, unknown ones and certificates that are no X.509 are passed over', async () => {
    const sdsi = encodeDer(
      0x30,
      encodeOid('1.2.840.113549.1.9.22.2'),
      encodeDer(0xa0, encodeDer(0x16)),
    );
    const opened = await open(
      bag(crlBag, encodeDer(0x30)),
      bag(secretBag, encodeDer(0x04)),
      bag('1.2.3.4', encodeDer(0x05)),
      bag(pkcs12Oid.certBag, sdsi),
      keyBag(keys[0]),
    );
    expect([opened.keys.length, opened.certificates.length]).toEqual([1, 0]);
  });

  test('a certificate of version 1 is left out and counted', async () => {
    const path = join(files.directory, 'v1');
    const request = ['-new', '-key', files.key, '-subj', '/CN=v1', '-out', `${path}.csr`];
    await openssl(['req', ...request]);
    await openssl([
      ...['x509', '-req', '-in', `${path}.csr`, '-signkey', files.key, '-outform', 'DER'],
      ...['-out', path],
    ]);
    const opened = await open(certBag(new Uint8Array(readFileSync(path))), keyBag(keys[0]));
    expect(opened).toMatchObject({ unreadableCertificates: 1, certificates: [] });
  });

  test('nothing', async () => {
    expect(await open()).toMatchObject({ keys: [], certificates: [], friendlyNames: [] });
  });
});

const present = satFolder !== undefined;

describe.skipIf(!present)(present ? 'SAT fixtures' : 'skipped: no SAT fixtures', () => {
  const folder = join(satFolder ?? '', 'aaa010101aaa/csd');
  const read = (name: string) => new Uint8Array(readFileSync(join(folder, name)));

  test.each([
    ['credential_protected.pfx', readPassword],
    ['credential_unprotected.pfx', () => ''],
  ])('%s is opened, made anew, and opened by openssl', async (name, passwordOf) => {
    const its = passwordOf(folder);
    const opened = await openPkcs12(read(name), its);
    const certificate = readCertificate(read('certificate.cer'));
    expect(opened.certificates.map(({ der }) => der)).toContainEqual(certificate.der);
    expect(opened.keys.map(({ modulus }) => modulus)).toEqual([certificate.modulus]);
    expect(await codeOfFailure(() => openPkcs12(read(name), `${its}?`))).toBe('wrong_password');
    const { pkcs8 } = opened.keys[0] ?? expect.fail();
    const again = await createPkcs12({ certificate: certificate.der, pkcs8, password: 'ñ' });
    const found = await opensslFinds(files, again, 'ñ');
    expect(found.modulus).toBe(toBase64Url(certificate.modulus));
  });
});

function readPassword(folder: string): string {
  return readFileSync(join(folder, 'password.txt'), 'utf8').trim();
}
