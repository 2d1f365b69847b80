import { X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { identifyFile, readCertificate } from '../../src/certificate/index.ts';
import type { CredentialName } from '../pki/index.ts';
import { codeOfFailure, usePki } from './pki.ts';

const pki = usePki();

test.each<[CredentialName, string]>([
  ['person', 'efirma'],
  ['personAes', 'efirma'],
  ['company', 'efirma'],
  ['enie', 'efirma'],
  ['ampersand', 'efirma'],
  ['csd', 'csd'],
  ['expired', 'efirma'],
  ['notYetValid', 'efirma'],
  ['longName', 'efirma'],
])('the facts of %s are those it was issued with', (name, kind) => {
  const issued = pki().credentials[name];
  const read = readCertificate(issued.readCertificate());
  expect(read).toMatchObject({
    kind,
    rfc: issued.rfc,
    legalName: issued.legalName,
    serialNumber: issued.serialNumber,
    notBefore: issued.notBefore,
    notAfter: issued.notAfter,
    isCa: false,
    signatureAlgorithm: 'sha256WithRSAEncryption',
  });
  expect(read.curp).toBe(issued.curp);
  expect(read.representative).toEqual(issued.representative);
});

test('modulus, public key, bytes and usages agree with Node', () => {
  const bytes = pki().credentials.person.readCertificate();
  const read = readCertificate(bytes);
  const node = new X509Certificate(bytes);
  const { n } = node.publicKey.export({ format: 'jwk' });
  expect(Buffer.from(read.modulus).toString('base64url')).toBe(n);
  expect(Buffer.from(read.subjectPublicKeyInfo)).toEqual(
    node.publicKey.export({ format: 'der', type: 'spki' }),
  );
  expect(Buffer.from(read.der)).toEqual(node.raw);
  expect(read.keyUsage).toEqual([
    'digitalSignature',
    'nonRepudiation',
    'dataEncipherment',
    'keyAgreement',
  ]);
  expect(read.extendedKeyUsage).toEqual(node.keyUsage);
});

test('the issuer is read in words', () => {
  const { issuer } = readCertificate(pki().credentials.person.readCertificate());
  expect(issuer.commonName).toBe('AC DE PRUEBA DE FIRMA LISTA');
  expect(issuer.text).toMatch(/^CN=AC DE PRUEBA DE FIRMA LISTA, O=FIRMA LISTA \(PRUEBAS\), OU=/);
});

test('an authority is an authority', () => {
  const bytes = pki().authority.readCertificate();
  expect(readCertificate(bytes)).toMatchObject({ isCa: true, kind: 'other' });
  expect(identifyFile(bytes).kind).toBe('ca_certificate');
});

test('PEM is read as DER is', () => {
  const bytes = pki().credentials.person.readCertificate();
  const pem = Buffer.from(`Bag Attributes\r\n${new X509Certificate(bytes).toString()}`);
  expect(identifyFile(pem).kind).toBe('pem_certificate');
  expect(readCertificate(pem)).toEqual(readCertificate(bytes));
});

test('what is handed out does not change when the file does', () => {
  const bytes = pki().credentials.person.readCertificate();
  const read = readCertificate(bytes);
  const before = Buffer.from(read.der).toString('hex');
  bytes.fill(0);
  expect(Buffer.from(read.der).toString('hex')).toBe(before);
});

test('a certificate cut off anywhere, or with a byte after it, is no certificate', async () => {
  const bytes = pki().credentials.company.readCertificate();
  const codes = new Set<unknown>();
  for (let length = 0; length < bytes.length; length++) {
    codes.add(await codeOfFailure(() => readCertificate(bytes.subarray(0, length))));
  }
  expect([...codes]).toEqual(['not_a_certificate']);
  const longer = new Uint8Array([...bytes, 0x0a]);
  expect(await codeOfFailure(() => readCertificate(longer))).toBe('not_a_certificate');
});

test('one changed byte never breaks the reader: facts, or not_a_certificate', async () => {
  const bytes = pki().credentials.person.readCertificate();
  const codes = new Set<unknown>();
  for (let offset = 0; offset < bytes.length; offset++) {
    for (const flip of [0x01, 0x80, 0xff]) {
      const changed = new Uint8Array(bytes);
      changed[offset] = (changed[offset] ?? 0) ^ flip;
      identifyFile(changed);
      codes.add(await codeOfFailure(() => readCertificate(changed)));
    }
  }
  expect(codes).toEqual(new Set([undefined, 'not_a_certificate']));
});
