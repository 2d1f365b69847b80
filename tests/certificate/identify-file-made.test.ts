import { X509Certificate } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  identifyFile,
  openPrivateKey,
  readCertificate,
  type FileKind,
} from '../../src/certificate/index.ts';
import { openssl } from '../pki/openssl.ts';
import { makeZip } from './make-zip.ts';
import { usePki } from './pki.ts';

const pki = usePki();

/** Files that openssl makes of the e.firma of a person, by what they are. */
const made: Record<string, Uint8Array> = {};

beforeAll(async () => {
  const { directory, credentials, authority } = pki();
  const { cerPath, keyPath, password } = credentials.person;
  const at = (name: string) => join(directory, name);
  const make = async (name: string, ...args: string[]) => {
    await openssl([...args, '-out', at(name)], { password });
    made[name] = new Uint8Array(await readFile(at(name)));
  };
  const pass = ['-passin', 'env:PASSWORD'];
  const der = ['-outform', 'DER'];
  const p256 = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  await writeFile(at('cer.pem'), new X509Certificate(await readFile(cerPath)).toString());
  await make('plain.pem', 'pkey', '-inform', 'DER', '-in', keyPath, ...pass);
  const plain = ['-in', at('plain.pem')];
  const pair = ['-inkey', at('plain.pem'), '-in', at('cer.pem'), '-passout', 'env:PASSWORD'];
  await writeFile(at('text'), 'texto');
  await writeFile(at('zip'), makeZip([{ name: 'a.req', content: new Uint8Array(99) }]));
  await writeFile(at('index.txt'), '');
  await writeFile(at('crl.cnf'), `[ca]\ndefault_ca=x\n[x]\ndatabase=${at('index.txt')}\n`);
  await Promise.all([
    make('plain.der', 'pkey', ...plain, ...der),
    make('plain.rsa', 'pkey', ...plain, ...der, '-traditional'),
    make('public.der', 'pkey', ...plain, '-pubout', ...der),
    make('public.pem', 'pkey', ...plain, '-pubout'),
    make('key.pem', 'pkcs8', '-topk8', ...plain, '-passout', 'env:PASSWORD'),
    make('old.pem', 'rsa', ...plain, '-traditional', '-aes128', '-passout', 'env:PASSWORD'),
    make('request.der', 'req', '-new', '-key', at('plain.pem'), '-subj', '/CN=X', ...der),
    make('request.pem', 'req', '-new', '-newhdr', '-key', at('plain.pem'), '-subj', '/CN=X'),
    make('pfx', 'pkcs12', '-export', ...pair),
    make('p7b', 'crl2pkcs7', '-nocrl', '-certfile', at('cer.pem'), ...der),
    make('p7b.pem', 'crl2pkcs7', '-nocrl', '-certfile', at('cer.pem')),
    make(
      'ec.der',
      'req',
      '-x509',
      ...p256,
      '-addext',
      'basicConstraints=CA:TRUE',
      '-keyout',
      at('ec.key'),
      '-subj',
      '/CN=X',
      ...der,
    ),
    make(
      ...(['crl.pem', 'ca', '-gencrl', '-config', at('crl.cnf'), '-crldays', '9'] as const),
      ...['-md', 'sha256', '-keyfile', authority.keyPath, '-cert', authority.pemPath],
    ),
  ]);
  const sign = ['cms', '-sign', '-binary', '-nodetach', ...der, '-signer', at('cer.pem')];
  const signed = [...sign, '-inkey', at('plain.pem'), '-in'];
  await Promise.all([
    make('text.cms', ...signed, at('text')),
    make('zip.sdg', ...signed, at('zip')),
    make('stream.sdg', ...signed, at('zip'), '-stream'),
    make('request.ren', ...signed, at('request.der')),
    make('ec.pkcs8', 'pkcs8', '-topk8', '-nocrypt', '-in', at('ec.key'), ...der),
    make('ec.sec1', 'ec', '-in', at('ec.key'), ...der),
    make('crl.der', 'crl', '-in', at('crl.pem'), ...der),
    make('crl.p7b', 'crl2pkcs7', '-in', at('crl.pem'), '-certfile', at('cer.pem'), ...der),
    make('v1.der', 'x509', '-req', '-in', at('request.pem'), '-signkey', at('plain.pem'), ...der),
  ]);
}, 60_000);

const of = (name: string) => made[name] ?? new Uint8Array();

test.each<[string, FileKind]>([
  ['plain.pem', 'plain_private_key'],
  ['plain.der', 'plain_private_key'],
  ['plain.rsa', 'plain_private_key'],
  ['ec.pkcs8', 'plain_private_key'],
  ['ec.sec1', 'plain_private_key'],
  ['key.pem', 'pem_private_key'],
  ['old.pem', 'pem_private_key'],
  ['request.der', 'certificate_request'],
  ['request.pem', 'certificate_request'],
  ['pfx', 'pkcs12'],
  ['p7b', 'cms'],
  ['p7b.pem', 'cms'],
  ['crl.p7b', 'cms'],
  ['text.cms', 'cms'],
  ['zip.sdg', 'sdg'],
  ['stream.sdg', 'sdg'],
  ['request.ren', 'renewal_request'],
  ['crl.der', 'crl'],
  ['crl.pem', 'crl'],
  ['ec.der', 'ca_certificate'],
])('%s is a %s', (name, kind) => {
  expect(identifyFile(of(name)).kind).toBe(kind);
});

test('the files of an e.firma, and the certificate of its authority', async () => {
  const { credentials, authority } = pki();
  const expected: [Uint8Array, FileKind][] = [
    [credentials.person.readCertificate(), 'certificate'],
    [credentials.person.readPrivateKey(), 'private_key'],
    [credentials.personAes.readPrivateKey(), 'private_key'],
    [authority.readCertificate(), 'ca_certificate'],
    [new Uint8Array(await readFile(authority.pemPath)), 'ca_certificate'],
  ];
  for (const [bytes, kind] of expected) {
    expect(identifyFile(bytes)).toMatchObject({ kind });
    expect(identifyFile(bytes).damage).toBeUndefined();
  }
});

test('a public key, and a certificate of version 1, are none of these', () => {
  for (const name of ['public.der', 'public.pem']) {
    expect(identifyFile(of(name))).toMatchObject({ kind: 'unknown', format: 'public_key' });
  }
  expect(identifyFile(of('v1.der'))).toEqual({
    kind: 'unknown',
    declaredLength: of('v1.der').length,
    beginsLike: 'certificate',
  });
});

test('cut off anywhere, DER is truncated and soon tells what it was', () => {
  for (const [name, kind] of [
    ['pfx', 'pkcs12'],
    ['request.der', 'certificate_request'],
    ['plain.der', 'plain_private_key'],
    ['stream.sdg', 'cms'],
  ] as const) {
    const bytes = of(name);
    for (let length = 1; length < bytes.length; length += 7) {
      const identity = identifyFile(bytes.subarray(0, length));
      expect([name, length, identity.kind]).toEqual([name, length, 'truncated']);
      if (length > 128) expect(identity.beginsLike).toBe(kind);
    }
  }
});

test('bytes after the end are told from the declared length', () => {
  const bytes = pki().credentials.person.readCertificate();
  const identity = identifyFile(new Uint8Array([...bytes, 0x0d, 0x0a]));
  expect(identity).toEqual({ kind: 'certificate', declaredLength: bytes.length });
});

/** The same file with indefinite lengths, as Windows and Java write a .pfx. */
function indefinite(bytes: Uint8Array, levels: number): Uint8Array {
  const [tag = 0, first = 0] = bytes;
  if (levels === 0 || (tag & 0x20) === 0) return bytes;
  const header = first < 0x80 ? 2 : 2 + (first & 0x7f);
  const parts: Uint8Array[] = [];
  for (let at = header; at < bytes.length;) {
    const size = bytes[at + 1] ?? 0;
    const octets = size < 0x80 ? 0 : size & 0x7f;
    const length = octets ? Buffer.from(bytes).readUIntBE(at + 2, octets) : size;
    const end = at + 2 + octets + length;
    parts.push(indefinite(bytes.subarray(at, end), levels - 1));
    at = end;
  }
  return new Uint8Array(Buffer.concat([Uint8Array.of(tag, 0x80), ...parts, new Uint8Array(2)]));
}

describe('BER', () => {
  test('a .pfx of indefinite lengths is a .pfx, whole, cut or with more behind', () => {
    for (const levels of [1, 2, 4]) {
      const bytes = indefinite(of('pfx'), levels);
      expect(identifyFile(bytes)).toEqual({ kind: 'pkcs12', declaredLength: bytes.length });
      const longer = new Uint8Array([...bytes, 10]);
      expect(identifyFile(longer)).toEqual({ kind: 'pkcs12', declaredLength: bytes.length });
      for (let length = 12; length < bytes.length; length += 11) {
        const cut = { kind: 'truncated', beginsLike: 'pkcs12' };
        expect(identifyFile(bytes.subarray(0, length))).toMatchObject(cut);
      }
    }
  });

  test('a certificate of indefinite length is none', () => {
    const bytes = indefinite(pki().credentials.person.readCertificate(), 2);
    expect(identifyFile(bytes)).toMatchObject({ kind: 'unknown', beginsLike: 'certificate' });
  });
});

const pemOf = (label: string, bytes: Uint8Array) => {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
};
const bareOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const utf16le = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

/** What editors, mail and people do to PEM text that leaves it readable. */
const writings: [string, (pem: string) => Uint8Array][] = [
  ['as it is', (pem) => Buffer.from(pem)],
  ['lines of Windows', (pem) => Buffer.from(pem.replaceAll('\n', '\r\n'))],
  ['lines of old Macs', (pem) => Buffer.from(pem.replaceAll('\n', '\r'))],
  ['all on one line', (pem) => Buffer.from(pem.replaceAll('\n', ''))],
  ['blank lines between', (pem) => Buffer.from(pem.replaceAll('\n', '\n\n'))],
  ['a blank before each line', (pem) => Buffer.from(pem.replace(/^/gm, '  '))],
  [
    'small letters in its lines',
    (pem) => Buffer.from(pem.replace(/-----.*-----/g, (line) => line.toLowerCase())),
  ],
  ['blanks in its lines', (pem) => Buffer.from(pem.replace(/-----(.*)-----/g, '----- $1 -----'))],
  ['the mark of UTF-8', (pem) => Buffer.from(`\ufeff${pem}`)],
  ['UTF-16, as Notepad saves «Unicode»', utf16le],
  ['UTF-16, the other way round', (pem) => utf16le(pem).swap16()],
  ['text around', (pem) => Buffer.from(`Bag Attributes\n  localKeyID: 01\nseñal\n${pem}\nfin\n`)],
  [
    'the words of openssl before',
    (pem) => Buffer.from(`${'Certificate:\n    Data:\n'.repeat(300)}${pem}`),
  ],
];

describe.each(writings)('PEM with %s', (_, write) => {
  test('is read as DER is', async () => {
    const { person } = pki().credentials;
    const [certificate, privateKey] = [person.readCertificate(), person.readPrivateKey()];
    const cer = new Uint8Array(write(pemOf('CERTIFICATE', certificate)));
    const key = new Uint8Array(write(pemOf('ENCRYPTED PRIVATE KEY', privateKey)));
    expect(identifyFile(cer)).toEqual({ kind: 'pem_certificate' });
    expect(readCertificate(cer)).toEqual(readCertificate(certificate));
    expect(identifyFile(key)).toEqual({ kind: 'pem_private_key' });
    const { modulus } = await openPrivateKey(key, person.password);
    expect(modulus).toEqual(readCertificate(certificate).modulus);
  });
});

describe('base64 without the lines around it', () => {
  test.each<[string, (text: string) => Uint8Array]>([
    ['on one line', (text) => Buffer.from(text)],
    ['in lines', (text) => Buffer.from(text.replace(/.{76}/g, '$&\r\n'))],
    ['without padding', (text) => Buffer.from(text.replaceAll('=', ''))],
    ['with a mark', (text) => Buffer.from(`\ufeff ${text}\n`)],
    ['in UTF-16', utf16le],
  ])('%s', async (_, write) => {
    const { person } = pki().credentials;
    const [certificate, privateKey] = [person.readCertificate(), person.readPrivateKey()];
    const cer = new Uint8Array(write(bareOf(certificate)));
    const key = new Uint8Array(write(bareOf(privateKey)));
    expect(identifyFile(cer)).toEqual({ kind: 'pem_certificate' });
    expect(readCertificate(cer)).toEqual(readCertificate(certificate));
    expect(identifyFile(key)).toEqual({ kind: 'pem_private_key' });
    const opened = await openPrivateKey(key, person.password);
    expect(opened.modulus).toEqual(readCertificate(certificate).modulus);
  });

  test('of other things', () => {
    const kinds = ['plain.der', 'request.der', 'p7b', 'crl.der', 'stream.sdg', 'text'].map(
      (name) => identifyFile(Buffer.from(bareOf(of(name)))).kind,
    );
    expect(kinds).toEqual([
      'plain_private_key',
      'certificate_request',
      'cms',
      'crl',
      'sdg',
      'empty',
    ]);
  });

  test('cut off anywhere, it is truncated', () => {
    const text = bareOf(pki().credentials.person.readCertificate());
    for (let length = 64; length < text.length - 4; length += 5) {
      expect(identifyFile(Buffer.from(text.slice(0, length)))).toEqual({
        kind: 'truncated',
        beginsLike: 'pem_certificate',
      });
    }
  });
});

test('PEM cut off anywhere is truncated, also when only its last line is missing', () => {
  const pem = pemOf('CERTIFICATE', pki().credentials.person.readCertificate());
  for (let length = 28; length < pem.length - 6; length += 9) {
    expect(identifyFile(Buffer.from(pem.slice(0, length)))).toEqual({
      kind: 'truncated',
      beginsLike: 'pem_certificate',
    });
  }
});

test('PEM that lost lines in the middle is truncated, with a wrong letter it is mangled', () => {
  const pem = pemOf('CERTIFICATE', pki().credentials.person.readCertificate());
  const lines = pem.split('\n');
  const shorter = [...lines.slice(0, 8), ...lines.slice(12)].join('\n');
  expect(identifyFile(Buffer.from(shorter))).toEqual({
    kind: 'truncated',
    beginsLike: 'pem_certificate',
  });
  expect(identifyFile(Buffer.from(pem.replace('MII', 'MI“')))).toEqual({
    kind: 'unknown',
    beginsLike: 'pem_certificate',
    damage: 'mangled_text',
  });
});

test('a label does not make a key of a certificate', () => {
  const { person } = pki().credentials;
  for (const label of ['ENCRYPTED PRIVATE KEY', 'PRIVATE KEY', 'CERTIFICATE REQUEST', 'PKCS7']) {
    const { kind } = identifyFile(Buffer.from(pemOf(label, person.readCertificate())));
    expect(kind).toBe('unknown');
  }
});

test('several blocks are what the first one is', () => {
  const { person } = pki().credentials;
  const cer = pemOf('CERTIFICATE', person.readCertificate());
  const key = pemOf('ENCRYPTED PRIVATE KEY', person.readPrivateKey());
  expect(identifyFile(Buffer.from(cer + key)).kind).toBe('pem_certificate');
  expect(identifyFile(Buffer.from(key + cer)).kind).toBe('pem_private_key');
});

test('what is inside another thing is not guessed', () => {
  const cer = pemOf('CERTIFICATE', pki().credentials.person.readCertificate());
  const kinds = [
    `%PDF-1.7\n${cer}`,
    `<html><pre>${cer}`,
    `<?xml?><a>${cer}</a>`,
    `{"a":"${cer}"}`,
  ].map((text) => identifyFile(Buffer.from(text)).kind);
  expect(kinds).toEqual(['unknown', 'html', 'unknown', 'unknown']);
});
