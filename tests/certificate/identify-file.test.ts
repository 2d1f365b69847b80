import { X509Certificate } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { identifyFile, type FileKind } from '../../src/certificate/index.ts';
import { openssl } from '../pki/openssl.ts';
import { usePki } from './pki.ts';

const pki = usePki();

const pemKey = (label: string) => `-----BEGIN ${label}-----\nMAA=\n-----END ${label}-----\n`;

test.each<[string, string | Uint8Array, FileKind]>([
  ['nothing', '', 'empty'],
  ['a page', '\ufeff \r\n<!DOCTYPE HTML><title>Error</title>', 'html'],
  ['a page without doctype', '<html><body>', 'html'],
  ['a page of XHTML', '<?xml version="1.0"?>\n<html xmlns="">', 'html'],
  ['XML', '<?xml version="1.0"?><cfdi:Comprobante/>', 'unknown'],
  ['a ZIP', 'PK\x03\x04\x14\x00', 'zip'],
  ['an empty ZIP', 'PK\x05\x06', 'zip'],
  ['text', 'contraseña', 'unknown'],
  ['a PDF', '%PDF-1.7', 'unknown'],
  ['an encrypted key as PEM', pemKey('ENCRYPTED PRIVATE KEY'), 'pem_private_key'],
  ['a key in clear as PEM', pemKey('PRIVATE KEY'), 'plain_private_key'],
  [
    'a PEM key of the old kind',
    '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: DES-EDE3-CBC,00\n\nMAA=\n-----END RSA PRIVATE KEY-----',
    'pem_private_key',
  ],
  ['a request as PEM', pemKey('CERTIFICATE REQUEST'), 'certificate_request'],
  ['a PEM cut off', '-----BEGIN CERTIFICATE-----\nMIIF', 'truncated'],
  ['a public key as PEM', pemKey('PUBLIC KEY'), 'unknown'],
  ['the first byte of DER', Uint8Array.of(0x30), 'truncated'],
  ['an empty SEQUENCE', Uint8Array.of(0x30, 0), 'unknown'],
])('%s', (_, content, kind) => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  expect(identifyFile(bytes).kind).toBe(kind);
});

test('the files of an e.firma, and those that are picked by mistake', async () => {
  const { directory, credentials, authority } = pki();
  const { cerPath, keyPath, password } = credentials.person;
  const at = (name: string) => join(directory, name);
  const made = async (...args: string[]): Promise<Uint8Array> => {
    await openssl([...args, '-out', at('made')], { password });
    return new Uint8Array(await readFile(at('made')));
  };
  const pass = ['-passin', 'env:PASSWORD'];
  const key = ['-inform', 'DER', '-in', keyPath, ...pass];
  await writeFile(at('cer.pem'), new X509Certificate(await readFile(cerPath)).toString());
  await writeFile(at('plain'), await made('pkey', ...key));
  const plain = ['-in', at('plain')];
  const request = ['req', '-new', '-key', at('plain'), '-subj', '/CN=X', '-outform', 'DER'];
  const sign = [
    'cms',
    '-sign',
    '-binary',
    '-nodetach',
    '-outform',
    'DER',
    '-signer',
    at('cer.pem'),
  ];
  await writeFile(at('request'), await made(...request));
  await writeFile(at('zip'), 'PK\x03\x04 and so on');
  await writeFile(at('text'), 'texto');
  const signed = (file: string, ...args: string[]) =>
    made(...sign, '-inkey', at('plain'), '-in', at(file), ...args);

  const expected: [Uint8Array, FileKind][] = [
    [credentials.person.readCertificate(), 'certificate'],
    [credentials.person.readPrivateKey(), 'private_key'],
    [credentials.personAes.readPrivateKey(), 'private_key'],
    [authority.readCertificate(), 'ca_certificate'],
    [new Uint8Array(await readFile(authority.pemPath)), 'ca_certificate'],
    [await made('pkey', ...plain, '-outform', 'DER'), 'plain_private_key'],
    [await made('pkey', ...plain, '-outform', 'DER', '-traditional'), 'plain_private_key'],
    [await made('pkey', ...plain, '-pubout', '-outform', 'DER'), 'unknown'],
    [new Uint8Array(await readFile(at('request'))), 'certificate_request'],
    [
      await made(
        ...['pkcs12', '-export', '-inkey', at('plain'), '-in', at('cer.pem')],
        ...['-passout', 'env:PASSWORD'],
      ),
      'pkcs12',
    ],
    [await signed('text'), 'cms'],
    [await signed('zip'), 'sdg'],
    [await signed('zip', '-stream'), 'sdg'],
    [await signed('request'), 'renewal_request'],
  ];
  for (const [bytes, kind] of expected) expect(identifyFile(bytes).kind).toBe(kind);
});

test('a .cer and a .key cut off anywhere are truncated, and soon tell what they were', () => {
  const { person } = pki().credentials;
  const sweep: [Uint8Array, FileKind][] = [
    [person.readCertificate(), 'certificate'],
    [person.readPrivateKey(), 'private_key'],
  ];
  for (const [bytes, kind] of sweep) {
    const identities = Array.from({ length: bytes.length - 1 }, (_, index) =>
      identifyFile(bytes.subarray(0, index + 1)),
    );
    expect(new Set(identities.map((identity) => identity.kind))).toEqual(new Set(['truncated']));
    const promises = identities.slice(128).map(({ beginsLike }) => beginsLike);
    expect(new Set(promises)).toEqual(new Set([kind]));
  }
});

test('no bytes make it throw', () => {
  const prefixes = fc.constantFrom(
    '',
    '30',
    '3080',
    '308201',
    '30820100308200',
    '2d2d2d2d2d',
    '504b',
  );
  fc.assert(
    fc.property(prefixes, fc.uint8Array({ maxLength: 200 }), (prefix, rest) => {
      const { kind } = identifyFile(Buffer.concat([Buffer.from(prefix, 'hex'), rest]));
      expect(kind).toMatch(/^[a-z0-9_]+$/);
    }),
    { numRuns: 5000 },
  );
});

test('bytes after the end are told from the declared length', () => {
  const bytes = pki().credentials.person.readCertificate();
  const identity = identifyFile(new Uint8Array([...bytes, 0x0d, 0x0a]));
  expect(identity).toEqual({ kind: 'certificate', declaredLength: bytes.length });
});
