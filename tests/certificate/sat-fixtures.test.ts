import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  identifyFile,
  issuerOf,
  judgeCredential,
  openPrivateKey,
  productionAnchors,
  readCertificate,
  testAnchorKeys,
  type FileKind,
} from '../../src/certificate/index.ts';
import { satFolder } from '../sat-folder.ts';
import { codeOfFailure } from './pki.ts';

const folder = satFolder ?? '';
const password = '12345678a';
const present = satFolder !== undefined;
const files = present
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => extname(path))
  : [];
const read = (path: string) => new Uint8Array(readFileSync(join(folder, path)));
const ending = (extension: string) => files.filter((path) => path.endsWith(extension));

console.log(present ? `SAT fixtures: ${files.length} files used` : 'skipped: no SAT fixtures');

describe.skipIf(!present)(present ? 'SAT fixtures' : 'skipped: no SAT fixtures', () => {
  test('every encrypted .key opens with its password, and not with another', async () => {
    const keys = ending('.key').filter((path) => identifyFile(read(path)).kind === 'private_key');
    expect(keys.length).toBeGreaterThan(5);
    for (const path of keys) {
      const opened = await openPrivateKey(read(path), password);
      expect(opened.passwordEncoding).toBe('utf-8-nfc');
      const code = await codeOfFailure(() => openPrivateKey(read(path), `${password} `));
      expect([path, code]).toEqual([path, 'wrong_password']);
    }
  });

  test('every .cer is read, and its number has 20 digits', () => {
    for (const path of ending('.cer')) {
      expect(readCertificate(read(path)).serialNumber).toMatch(/^\d{20}$/);
    }
  });

  test.each<[string, FileKind]>([
    ['persona-fisica/cacx7605101p8.cer', 'certificate'],
    ['persona-fisica/cacx7605101p8.key', 'private_key'],
    ['persona-fisica/cacx7605101p8.req', 'certificate_request'],
    ['persona-fisica/cacx7605101p8_csd.sdg', 'sdg'],
    ['ac-produccion/AC5_SAT.cer', 'ca_certificate'],
    ['aaa010101aaa/fiel/certificate.cer.pem', 'pem_certificate'],
    ['aaa010101aaa/csd/private_key_plain.key', 'plain_private_key'],
    ['aaa010101aaa/csd/credential_protected.pfx', 'pkcs12'],
  ])('%s is a %s', (path, kind) => {
    expect(identifyFile(read(path)).kind).toBe(kind);
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
        certificateSha256: certificate,
        publicKeySha256: key,
        subjectPublicKeyInfo: spki,
      })),
    );
    const tests = rows.filter(([environment]) => environment === 'test');
    expect(testAnchorKeys).toEqual(tests.map((row) => row[5]));
  });
});
