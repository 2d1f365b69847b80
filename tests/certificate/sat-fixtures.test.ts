import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  hasRightRfcCheckDigit,
  identifyFile,
  issuerOf,
  judgeCredential,
  openPrivateKey,
  productionAnchors,
  readCertificate,
  testAnchorKeys,
  toBase64,
  type FileKind,
} from '../../src/certificate/index.ts';
import { openssl } from '../pki/openssl.ts';
import { satFolder } from '../sat-folder.ts';
import { codeOfFailure } from './pki.ts';

const folder = satFolder ?? '';
const password = '12345678a';
const present = satFolder !== undefined;
const files = present
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => extname(path))
  : [];
const read = (path: string) => new Uint8Array(readFileSync(join(folder, path)));
const equal = (one: Uint8Array, other: Uint8Array) => Buffer.compare(one, other) === 0;
const ending = (extension: string) => files.filter((path) => path.endsWith(extension));

/** Authorities of before SHA-256. */
const oldOnes: readonly string[] = ['ARC_UAT', 'ac2_4096_DER', 'arcbeta_crt_raiz'].map(
  (name) => `ac-pruebas/${name}.cer`,
);

/** The .cer that was issued for a .key. */
const certificateOf = (key: string) =>
  basename(key).startsWith('private_key')
    ? join(dirname(key), 'certificate.cer')
    : key.replace(/key$/, 'cer');

/** The subject, one attribute a line, in UTF-8. */
const opensslSubject = (path: string) =>
  openssl(
    ['x509', '-inform', 'DER', '-in', join(folder, path), '-noout', '-subject'].concat([
      ...['-nameopt', 'multiline,utf8,-esc_msb'],
    ]),
  );

/** What openssl prints of text that was encoded twice, encoded once. */
const meant = (text: string) => {
  const once = Buffer.from(text.trim(), 'latin1').toString('utf8');
  return once.includes('\ufffd') ? text.trim() : once;
};

console.log(present ? `SAT fixtures: ${files.length} files used` : 'skipped: no SAT fixtures');

describe.skipIf(!present)(present ? 'SAT fixtures' : 'skipped: no SAT fixtures', () => {
  test('every .key opens with its password, and the encrypted ones not with another', async () => {
    const keys = ending('.key');
    const wrong: string[] = [];
    for (const path of keys) {
      const { isEncrypted, passwordEncoding } = await openPrivateKey(read(path), password);
      expect([path, isEncrypted]).toEqual([path, identifyFile(read(path)).kind === 'private_key']);
      expect(passwordEncoding).toBe('utf-8-nfc');
      if (!isEncrypted) continue;
      const code = await codeOfFailure(() => openPrivateKey(read(path), `${password} `));
      expect([path, code]).toEqual([path, 'wrong_password']);
      wrong.push(path);
    }
    expect(wrong.length).toBeGreaterThan(5);
    console.log(`SAT fixtures: ${keys.length} .key opened, ${wrong.length} of them encrypted`);
  });

  test('every .cer is read with the name that openssl reads, and its number has 20 digits', async () => {
    const kinds: Record<string, number> = {};
    for (const path of ending('.cer')) {
      const bytes = read(path);
      const { kind, isCa, serialNumber, isWeak, subject, legalName } = readCertificate(bytes);
      expect(serialNumber).toMatch(/^\d{20}$/);
      const [, commonName = ''] = /commonName\s*=(.*)/.exec(await opensslSubject(path)) ?? [];
      expect(legalName).toBe(meant(commonName));
      expect(subject.text).not.toMatch(/Ã|\ufffd/);
      expect([path, isWeak]).toEqual([path, oldOnes.includes(path) ? 'old_hash' : undefined]);
      expect(identifyFile(bytes)).toEqual({
        kind: isCa ? 'ca_certificate' : 'certificate',
        declaredLength: bytes.length,
      });
      const told = isCa ? 'authority' : kind;
      kinds[told] = (kinds[told] ?? 0) + 1;
    }
    console.log(`SAT fixtures: ${ending('.cer').length} .cer read, ${JSON.stringify(kinds)}`);
  });

  test('e.firma and CSD are told apart in every leaf', () => {
    const leaves = ending('.cer').filter((path) => !path.startsWith('ac-'));
    for (const path of leaves) {
      const isCsd = /csd/.test(path);
      expect([path, readCertificate(read(path)).kind]).toEqual([path, isCsd ? 'csd' : 'efirma']);
    }
    expect(leaves.length).toBeGreaterThan(5);
  });

  test('every pair matches, and no other does', async () => {
    const encrypted = ending('.key').filter(
      (path) => identifyFile(read(path)).kind === 'private_key',
    );
    const certificates = ending('.cer').map((path) => [path, readCertificate(read(path))] as const);
    const matched: string[][] = [];
    for (const key of encrypted) {
      const { modulus } = await openPrivateKey(read(key), password);
      const own = certificates.filter(([, { modulus: other }]) => equal(modulus, other));
      matched.push([basename(key, '.key'), ...own.map(([path]) => dirname(path))]);
      expect(own.map(([path]) => path)).toEqual([certificateOf(key)]);
    }
    console.log(`SAT fixtures: ${matched.length} pairs matched`);
  });

  test('the check digits of RFC and CURP are right in all but the invented ones', () => {
    const wrong = ending('.cer')
      .map((path) => readCertificate(read(path)))
      .filter(({ isCa, rfc }) => !isCa && rfc)
      .flatMap(({ rfc, representative }) => [rfc, representative?.rfc ?? rfc])
      .filter((rfc) => !hasRightRfcCheckDigit(rfc));
    expect([...new Set(wrong)]).toEqual(['AAA010101AAA']);
  });

  test('requests are requests, whoever they are of', () => {
    const requests = [...ending('.req'), ...ending('.sdg')];
    const kinds = requests.map((path) => identifyFile(read(path)).kind);
    expect(new Set(kinds)).toEqual(new Set(['certificate_request', 'sdg']));
    console.log(`SAT fixtures: ${requests.length} .req and .sdg identified`);
  });

  test.each<[string, FileKind]>([
    ['persona-fisica/cacx7605101p8.cer', 'certificate'],
    ['persona-fisica/cacx7605101p8.key', 'private_key'],
    ['persona-fisica/cacx7605101p8.req', 'certificate_request'],
    ['enie/raqñ7701212m3.req', 'certificate_request'],
    ['ampersand/h&e951128469.req', 'certificate_request'],
    ['persona-fisica/cacx7605101p8_csd.sdg', 'sdg'],
    ['ac-produccion/AC5_SAT.cer', 'ca_certificate'],
    ['aaa010101aaa/fiel/certificate.cer.pem', 'pem_certificate'],
    ['aaa010101aaa/csd/private_key_plain.key', 'plain_private_key'],
    ['aaa010101aaa/csd/credential_protected.pfx', 'pkcs12'],
    ['aaa010101aaa/csd/credential_unprotected.pfx', 'pkcs12'],
    ['aaa010101aaa/csd/private_key_protected.key.pem', 'pem_private_key'],
    ['aaa010101aaa/csd/public_key.pem', 'unknown'],
  ])('%s is a %s', (path, kind) => {
    expect(identifyFile(read(path)).kind).toBe(kind);
  });

  test.each([
    ['enie/raqñ7701212m3.cer', 'ÑEVES RAMIREZ QUEZADA', 'RAQN770121HDFMZV08'],
    ['ampersand/h&e951128469.cer', 'HERRERIA & ELECTRICOS S DE CV', 'XOJI740919MQTDMN02'],
    ['persona-fisica/cacx7605101p8.cer', 'XOCHILT CASAS CHAVEZ', 'CACX760510MGTSHC04'],
    ['fiel-vigente/EKU9003173C9.cer', 'ESCUELA KEMPER URGATE SA DE CV', 'VADA800927HSRSRL05'],
  ])('%s is of %s, CURP %s', (path, name, text) => {
    const { legalName, curp, representative } = readCertificate(read(path));
    expect([legalName, curp ?? representative?.curp]).toEqual([name, text]);
  });

  test.each([
    ['enie/raqñ7701212m3.cer', 'RAQÑ7701212M3', undefined, 'efirma'],
    ['ampersand/h&e951128469.cer', 'H&E951128469', 'XOJI740919U48', 'efirma'],
    ['fiel-vigente/EKU9003173C9.cer', 'EKU9003173C9', 'VADA800927DJ3', 'efirma'],
    ['csd-vigente/EKU9003173C9.cer', 'EKU9003173C9', 'VADA800927DJ3', 'csd'],
    ['persona-fisica/cacx7605101p8.cer', 'CACX7605101P8', undefined, 'efirma'],
    ['persona-fisica/cacx7605101p8_csd.cer', 'CACX7605101P8', undefined, 'csd'],
  ])('%s is of %s, representative %s, a %s', (path, rfc, representativeRfc, kind) => {
    const certificate = readCertificate(read(path));
    expect(certificate).toMatchObject({ rfc, kind });
    expect(certificate.representative?.rfc).toBe(representativeRfc);
  });

  test('every e.firma and every CSD is judged for what it is', async () => {
    const pairs = ending('.key').map((path) => [path.replace(/key$/, 'cer'), path] as const);
    for (const [cer, key] of pairs) {
      if (!files.includes(cer)) continue;
      const certificate = readCertificate(read(cer));
      const at = new Date((certificate.notBefore.getTime() + certificate.notAfter.getTime()) / 2);
      const named = [cer, key].map((path) => ({ name: basename(path), bytes: read(path) }));
      const verdict = await judgeCredential(named, password, at);
      const cause = certificate.kind === 'csd' ? 'cert.is_csd' : undefined;
      expect([cer, verdict.cause]).toEqual([cer, cause]);
      expect(verdict.findings).toContainEqual({ id: 'cert.test_ca', status: 'warning' });
    }
  });

  test('issuers: by signature for the real ones, and for the tests when brought', async () => {
    const ocsp = readCertificate(read('ac-produccion/ocsp.ac5_sat.cer'));
    expect(await issuerOf(ocsp)).toEqual({
      known: 'production',
      name: 'AC5_SAT',
      proof: 'signature',
    });
    const leaf = readCertificate(read('fiel-vigente/EKU9003173C9.cer'));
    const authorities = ending('.cer')
      .filter((path) => dirname(path) === 'ac-pruebas')
      .map((path) => readCertificate(read(path)));
    expect(await issuerOf(leaf)).toMatchObject({ known: 'test', proof: 'name' });
    expect(await issuerOf(leaf, authorities)).toMatchObject({ known: 'test', proof: 'signature' });
  });

  test('the anchors are those of the table', () => {
    const rows = readFileSync(join(folder, 'trust-anchors.tsv'), 'utf8')
      .split('\n')
      .map((line) => line.split('\t'));
    const isoOf = (text = '') => text.replace(' ', 'T');
    const production = rows.filter(([environment]) => environment === 'production');
    expect(productionAnchors).toEqual(
      production.map(([, name, notBefore, notAfter, certificate, key, spki]) => ({
        name,
        notBefore: isoOf(notBefore),
        notAfter: isoOf(notAfter),
        subject: toBase64(readCertificate(read(`ac-produccion/${name}.cer`)).subject.der),
        certificateSha256: certificate,
        publicKeySha256: key,
        subjectPublicKeyInfo: spki,
      })),
    );
    const tests = rows.filter(([environment]) => environment === 'test');
    expect(testAnchorKeys).toEqual(tests.map((row) => row[5]));
  });
});
