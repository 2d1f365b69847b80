import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  makeCredential,
  makePki,
  makeTlsCertificate,
  people,
  startOcspResponder,
} from './index.ts';
import type { Credential, Pki } from './index.ts';
import { daysFrom } from './dates.ts';
import { openssl } from './openssl.ts';

const now = new Date('2026-03-04T05:06:07.890Z');
let directory: string;
let pki: Pki;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'firma-lista-pki-'));
  pki = await makePki(directory, now);
}, 60_000);
afterAll(() => rm(directory, { recursive: true, force: true }));

const textOf = (credential: Credential): Promise<string> =>
  openssl(['x509', '-inform', 'DER', '-in', credential.cerPath, '-noout', '-text']);

const dump = (path: string): Promise<string> =>
  openssl(['asn1parse', '-inform', 'DER', '-in', path]);

const verify = async (credential: Credential, ...flags: string[]): Promise<string> => {
  const pem = join(directory, `${credential.serialNumber}.pem`);
  await openssl(['x509', '-inform', 'DER', '-in', credential.cerPath, '-out', pem]);
  const { root, authority } = pki;
  return openssl(
    ['verify', '-CAfile', root.pemPath, '-untrusted', authority.pemPath, ...flags].concat(pem),
  ).catch(String);
};
const at = (date: Date): string[] => ['-attime', String(Math.floor(date.getTime() / 1000))];

test('an e.firma has exactly the four extensions of the SAT', async () => {
  const text = await textOf(pki.credentials.person);
  expect(text.match(/^ {12}(X509v3|Netscape) .*$/gm)?.map((line) => line.trim())).toEqual([
    'X509v3 Basic Constraints: critical',
    'X509v3 Key Usage:',
    'Netscape Cert Type:',
    'X509v3 Extended Key Usage:',
  ]);
  expect(text).toContain('Digital Signature, Non Repudiation, Data Encipherment, Key Agreement');
  expect(text).toContain('SSL Client, S/MIME');
  expect(text).toContain('E-mail Protection, TLS Web Client Authentication');
  expect(text).toContain('sha256WithRSAEncryption');
  expect(text).toContain('Public-Key: (2048 bit)');
});

test('a CSD has two, and its branch in OU', async () => {
  const text = await textOf(pki.credentials.csd);
  expect(text.match(/^ {12}(X509v3|Netscape) .*$/gm)).toHaveLength(2);
  expect(text).toMatch(/Key Usage: \n +Digital Signature, Non Repudiation\n/);
  expect(text).toMatch(/serialNumber = " \/ ROPA780909HJCBRL02", OU = Sucursal 1\n/);
});

test('the serial number is made of 20 ASCII digits', async () => {
  const { person } = pki.credentials;
  expect(person.serialNumber).toMatch(/^3\d{19}$/);
  expect(await dump(person.cerPath)).toMatch(
    new RegExp(`l= +20 prim: INTEGER +:${Buffer.from(person.serialNumber).toString('hex')}`, 'i'),
  );
  const serials = Object.values(pki.credentials).map(({ serialNumber }) => serialNumber);
  expect(new Set(serials).size).toBe(serials.length);
});

test('subjects keep the measured order; a company names its representative', async () => {
  const subject = async (credential: Credential): Promise<string[]> =>
    [...(await dump(credential.cerPath)).split('UTCTIME')[2]!.matchAll(/prim: (\w+) +:(.*)$/gm)]
      .slice(0, 14)
      .map(([, type, value]) => (type === 'OBJECT' ? value! : `${type} ${value}`));
  expect(await subject(pki.credentials.company)).toEqual([
    'commonName',
    'PRINTABLESTRING FERRETERIA PRUEBA LISTA SA DE CV',
    'name',
    'PRINTABLESTRING FERRETERIA PRUEBA LISTA SA DE CV',
    'organizationName',
    'PRINTABLESTRING FERRETERIA PRUEBA LISTA SA DE CV',
    'countryName',
    'PRINTABLESTRING MX',
    'emailAddress',
    'IA5STRING pruebas@firma-lista.example',
    'x500UniqueIdentifier',
    'PRINTABLESTRING FPL1506234HA / ROPA7809092J9',
    'serialNumber',
    'PRINTABLESTRING  / ROPA780909HJCBRL02',
  ]);
  expect(await subject(pki.credentials.ampersand)).toContain(
    'T61STRING H&P0803125NA / SOVE8811206T2',
  );
  const longName = (await subject(pki.credentials.longName))[1]!;
  expect(longName.length).toBeGreaterThan(200);
});

test('Ñ is one Latin-1 byte in a TeletexString', () => {
  const { enie } = pki.credentials;
  const value = Buffer.from(enie.rfc, 'latin1');
  expect(Buffer.from(enie.readCertificate()).includes(Buffer.from([0x14, 13, ...value]))).toBe(
    true,
  );
});

test('a .key has the size and the parameters of the SAT', async () => {
  const { person } = pki.credentials;
  // 1,298 in most: the numbers of an RSA key are now and then a byte or so shorter.
  expect([1290, 1298]).toContain(person.readPrivateKey().length);
  const structure = await dump(person.keyPath);
  expect(structure).toMatch(/:PBES2[^]*:PBKDF2[^]*INTEGER +:0800[^]*:des-ede3-cbc/);
  expect(structure).not.toContain('hmacWith');
  const aes = await dump(pki.credentials.personAes.keyPath);
  expect(aes).toMatch(/:hmacWithSHA256[^]*:aes-256-cbc/);
});

test.each([
  ['person'],
  ['personAes'],
  ['company'],
  ['enie'],
  ['ampersand'],
  ['csd'],
  ['expired'],
  ['notYetValid'],
  ['unknownIssuer'],
  ['longName'],
] as const)('the password opens the key of %s, which is that of its certificate', async (name) => {
  const credential = pki.credentials[name];
  const { keyPath, password } = credential;
  await expect(
    openssl(['pkcs8', '-inform', 'DER', '-in', keyPath, '-passin', 'env:PASSWORD'], {
      password: `${password}x`,
    }),
  ).rejects.toThrow();
  const pem = await openssl(
    ['pkcs8', '-inform', 'DER', '-in', keyPath, '-passin', 'env:PASSWORD'],
    { password },
  );
  const certificate = new X509Certificate(credential.readCertificate());
  expect(certificate.checkPrivateKey(createPrivateKey(pem))).toBe(true);
  expect(new Date(certificate.validFrom)).toEqual(credential.notBefore);
  expect(new Date(certificate.validTo)).toEqual(credential.notAfter);
});

test('the chain verifies at its dates, and not strictly, like the SAT’s', async () => {
  const { person, expired, notYetValid, unknownIssuer } = pki.credentials;
  expect(await verify(person, ...at(now))).toContain('OK');
  expect(await verify(person, ...at(now), '-x509_strict')).toMatch(/not marked critical|Missing/);
  expect(await verify(expired, ...at(now))).toContain('certificate has expired');
  expect(await verify(expired, ...at(daysFrom(expired.notAfter, -1)))).toContain('OK');
  expect(await verify(notYetValid, ...at(now))).toContain('not yet valid');
  expect(await verify(notYetValid, ...at(notYetValid.notBefore))).toContain('OK');
  expect(await verify(unknownIssuer, ...at(now))).toContain('unable to get local issuer');
});

test('OCSP answers good, revoked and unknown, signed by a delegate', async () => {
  const { person, company, enie } = pki.credentials;
  const responder = await startOcspResponder(pki, { good: [person], revoked: [company] });
  const ask = async (credential: Credential): Promise<string> => {
    const pem = join(directory, `${credential.serialNumber}.ocsp.pem`);
    await openssl(['x509', '-inform', 'DER', '-in', credential.cerPath, '-out', pem]);
    return openssl(
      ['ocsp', '-issuer', pki.authority.pemPath, '-cert', pem, '-url', responder.url]
        .concat(['-CAfile', pki.root.pemPath, '-verify_other', pki.authority.pemPath])
        .concat(['-resp_text']),
    );
  };
  try {
    expect(await ask(person)).toMatch(/Cert Status: good[^]*: good/);
    expect(await ask(company)).toMatch(/: revoked[^]*Reason: keyCompromise/);
    expect(await ask(enie)).toContain(': unknown');
    expect(await ask(person)).toContain('OCSP Signing');
    const garbage = await fetch(responder.url, { method: 'POST', body: 'no' });
    expect([...new Uint8Array(await garbage.arrayBuffer())]).toEqual([0x30, 3, 0x0a, 1, 1]);
  } finally {
    await responder.stop();
  }
  await expect(fetch(responder.url, { method: 'POST' })).rejects.toThrow();
});

test('a hierarchy of the same moment has the same keys in files of its own', async () => {
  const same = await makePki(join(directory, 'same'), now);
  const { person } = same.credentials;
  expect(person.readPrivateKey()).toEqual(pki.credentials.person.readPrivateKey());
  const [one, other] = [await makeCredential(same), await makeCredential(pki)];
  expect(one.readPrivateKey()).not.toEqual(other.readPrivateKey());
  await rm(person.keyPath);
  expect(pki.credentials.person.readPrivateKey().length).toBeGreaterThan(0);
  const later = await makePki(join(directory, 'later'), daysFrom(now, 1));
  expect(later.root.readCertificate()).not.toEqual(pki.root.readCertificate());
});

test('another credential has a fresh key and the password asked for', async () => {
  const password = 'q7Zp-2Lw9_ñx4Kc8Vb1Nm6T!';
  const fresh = await makeCredential(pki, { password });
  expect(fresh.rfc).toBe(people.ximena.rfc);
  expect(fresh.serialNumber).not.toBe(pki.credentials.person.serialNumber);
  const open = createPrivateKey({
    key: Buffer.from(fresh.readPrivateKey()),
    format: 'der',
    type: 'pkcs8',
    passphrase: password,
  });
  const certificate = new X509Certificate(fresh.readCertificate());
  expect(certificate.checkPrivateKey(open)).toBe(true);
  expect(await verify(fresh, ...at(now))).toContain('OK');
});

test('the TLS certificate is for its hosts, of today, and its hash is that of the key', async () => {
  const tls = await makeTlsCertificate(directory, ['*.imss.gob.mx', 'imss.gob.mx']);
  const certificate = new X509Certificate(tls.cert);
  expect(certificate.subjectAltName).toBe('DNS:*.imss.gob.mx, DNS:imss.gob.mx');
  expect(Math.abs(Date.parse(certificate.validFrom) - Date.now())).toBeLessThan(60_000);
  const pem = join(directory, 'tls.pub');
  await writeFile(
    pem,
    await openssl(['x509', '-in', join(directory, 'tls.cer'), '-noout', '-pubkey']),
  );
  await openssl(['pkey', '-pubin', '-in', pem, '-outform', 'DER', '-out', `${pem}.der`]);
  const digest = await openssl(['dgst', '-sha256', '-r', `${pem}.der`]);
  expect(Buffer.from(tls.spkiHash, 'base64').toString('hex')).toBe(digest.slice(0, 64));
});

/** The check digit, written here once more so that a wrong digit cannot hide. */
test('the people are invented, their check digits are right', () => {
  const rfcTable = '0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ';
  const curpTable = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ';
  const sum = (table: string, text: string, weight: number): number =>
    [...text].reduce((total, letter, i) => total + table.indexOf(letter) * (weight - i), 0);
  const rfcDigit = (rfc: string): string => {
    const rest = sum(rfcTable, rfc.slice(0, -1).padStart(12, ' '), 13) % 11;
    return rest === 0 ? '0' : rest === 1 ? 'A' : String(11 - rest);
  };
  for (const holder of Object.values(people)) {
    expect(holder.rfc.at(-1)).toBe(rfcDigit(holder.rfc));
    const { curp } = 'representative' in holder ? holder.representative : holder;
    expect(curp.at(-1)).toBe(String((10 - (sum(curpTable, curp.slice(0, 17), 18) % 10)) % 10));
  }
});
