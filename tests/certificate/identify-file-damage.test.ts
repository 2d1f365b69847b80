import { generateKeyPairSync } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identifyFile, type FileKind } from '../../src/certificate/index.ts';
import { encodeDer } from '../../src/certificate/asn1/der-encode.ts';
import { algorithmDer, oddCertificate } from './odd-certificate.ts';

/** A certificate with a key of random octets, as large as the SAT's. */
function certificateOf(octets: Uint8Array): Uint8Array {
  const modulus = Uint8Array.from([0x00, 0xb1, ...octets.subarray(0, 255)]);
  const key = encodeDer(0x30, encodeDer(0x02, modulus), encodeDer(0x02, Uint8Array.of(1, 0, 1)));
  const algorithm = algorithmDer('1.2.840.113549.1.1.1');
  return oddCertificate({
    publicKey: encodeDer(0x30, algorithm, encodeDer(0x03, Uint8Array.of(0), key)),
    issuer: encodeDer(0x30, encodeDer(0x31, attribute(octets.subarray(255, 800)))),
  });
}

function attribute(octets: Uint8Array): Uint8Array {
  return encodeDer(0x30, Uint8Array.of(6, 3, 0x55, 4, 3), encodeDer(0x14, octets));
}

const random = fc.uint8Array({ minLength: 800, maxLength: 800 }).map(certificateOf);

/** One key, enciphered anew each time: nothing but its opening stays the same. */
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const keys = Array.from(
  { length: 20 },
  (_, index) =>
    new Uint8Array(
      privateKey.export({
        type: 'pkcs8',
        format: 'der',
        cipher: 'des-ede3-cbc',
        passphrase: String(index),
      }),
    ),
);

const replaceAll = (bytes: Uint8Array, change: (octet: number) => readonly number[]) =>
  Uint8Array.from([...bytes].flatMap(change));
const windows = (bytes: Uint8Array) =>
  new Uint8Array(Buffer.from(new TextDecoder('windows-1252').decode(bytes)));

/** What programs do to octets that they take for text. */
const manglings: [string, (bytes: Uint8Array) => Uint8Array][] = [
  ['FTP in text mode to Windows', (bytes) => replaceAll(bytes, (o) => (o === 10 ? [13, 10] : [o]))],
  ['FTP in text mode from Windows', (bytes) => replaceAll(bytes, (o) => (o === 13 ? [] : [o]))],
  ['carriage returns made line feeds', (bytes) => replaceAll(bytes, (o) => [o === 13 ? 10 : o])],
  ['zeros made spaces', (bytes) => replaceAll(bytes, (o) => [o === 0 ? 32 : o])],
  [
    'Latin-1 made UTF-8',
    (bytes) => new Uint8Array(Buffer.from(Buffer.from(bytes).toString('latin1'))),
  ],
  ['windows-1252 made UTF-8', windows],
  [
    'windows-1252 made UTF-8 with a mark',
    (bytes) => Uint8Array.from([0xef, 0xbb, 0xbf, ...windows(bytes)]),
  ],
  [
    'read as UTF-8 and saved',
    (bytes) => new Uint8Array(Buffer.from(Buffer.from(bytes).toString('utf8'))),
  ],
  ['blank lines before', (bytes) => Uint8Array.from([13, 10, 13, 10, ...bytes])],
  ['a byte order mark before', (bytes) => Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes])],
];

/** Of a certificate and of a key alike, however unlucky its octets. */
const always = new Set(['Latin-1 made UTF-8', 'windows-1252 made UTF-8', 'blank lines before']);

describe.each(manglings)('%s', (name, mangle) => {
  test('is told of a certificate', () => {
    let told = 0;
    let all = 0;
    fc.assert(
      fc.property(random, (certificate) => {
        if (!certificate.includes(10) || !certificate.includes(13)) return;
        const identity = identifyFile(mangle(certificate));
        expect(['unknown', 'truncated']).toContain(identity.kind);
        all += 1;
        if (identity.damage === 'mangled_text' && identity.beginsLike === 'certificate') told += 1;
        else expect(always).not.toContain(name);
      }),
      { numRuns: 60, seed: 7 },
    );
    expect(told / all).toBeGreaterThan(0.95);
  });

  test('is told of a key, or nothing wrong is said of it', () => {
    // A key has no structure that a changed octet could break but its opening.
    const identities = keys.map((key) => identifyFile(mangle(key)));
    const told = identities.filter(({ damage }) => damage === 'mangled_text');
    for (const { beginsLike } of told) expect(beginsLike).toBe('private_key');
    console.log(`${name}: told of ${told.length} of ${keys.length} keys`);
  });
});

describe('no false alarm', () => {
  test('a certificate and a key as they are', () => {
    fc.assert(
      fc.property(random, (certificate) => {
        expect(identifyFile(certificate)).toEqual({
          kind: 'certificate',
          declaredLength: certificate.length,
        });
      }),
    );
    for (const key of keys) expect(identifyFile(key).kind).toBe('private_key');
  });

  test('cut off anywhere, they are cut off and not mangled', () => {
    const sweep: [Uint8Array, FileKind][] = [
      [certificateOf(Uint8Array.from({ length: 800 }, (_, index) => index * 7)), 'certificate'],
      [keys[0] ?? new Uint8Array(), 'private_key'],
    ];
    for (const [bytes, kind] of sweep) {
      for (let length = 1; length < bytes.length; length++) {
        const identity = identifyFile(bytes.subarray(0, length));
        expect([length, identity.kind]).toEqual([length, 'truncated']);
        expect(identity.damage).toBeUndefined();
        if (length > 128) expect(identity.beginsLike).toBe(kind);
      }
    }
  });

  test('octets after the end are octets after the end', () => {
    const bytes = certificateOf(new Uint8Array(800).fill(0x41));
    for (const rest of [[10], [13, 10], [0, 0, 0], [...bytes]]) {
      expect(identifyFile(Uint8Array.from([...bytes, ...rest]))).toEqual({
        kind: 'certificate',
        declaredLength: bytes.length,
      });
    }
  });

  test('one changed octet is no text mode', () => {
    const bytes = certificateOf(Uint8Array.from({ length: 800 }, (_, index) => index * 7));
    bytes[12] = 1;
    expect(identifyFile(bytes)).toEqual({
      kind: 'unknown',
      declaredLength: bytes.length,
      beginsLike: 'certificate',
    });
  });
});
