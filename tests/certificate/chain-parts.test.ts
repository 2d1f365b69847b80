/** Names, keys, algorithms and signatures, each by itself. */
import { describe, expect, test } from 'vitest';
import { DerError, readDer, type Bytes } from '../../src/certificate/asn1/der.ts';
import { plainSignature } from '../../src/certificate/chain/ecdsa-signature.ts';
import { matchesIdentifier } from '../../src/certificate/chain/key-identifiers.ts';
import { nameKey, relativeNames } from '../../src/certificate/chain/names.ts';
import { isOversizedKey, readPublicKey } from '../../src/certificate/chain/public-key.ts';
import { certificatesIn } from '../../src/certificate/chain/readable.ts';
import {
  isWeakScheme,
  pssScheme,
  signatureScheme,
} from '../../src/certificate/chain/signature-scheme.ts';
import { verifySignature } from '../../src/certificate/chain/verify-signature.ts';
import { encodeDer } from '../../src/certificate/asn1/der-encode.ts';
import { root } from '../pki/chains/cases.ts';
import { bits, integer, nothing, oid, sequence, set, tagged } from '../pki/chains/der.ts';
import { ecKey } from '../pki/chains/keys.ts';
import { rsaKeyDer } from './odd-certificate.ts';

describe('a name', () => {
  const named = (tag: number, value: Uint8Array) =>
    sequence(set(sequence(oid('2.5.4.3'), encodeDer(tag, value))));
  const latin1 = (text: string) => Buffer.from(text, 'latin1');
  const wide = (text: string, width: number) =>
    Buffer.concat(
      Array.from(text, (letter) => {
        const octets = Buffer.alloc(width);
        octets.writeUInt16BE(letter.charCodeAt(0), width - 2);
        return octets;
      }),
    );
  const inUtf8 = nameKey(named(0x0c, Buffer.from('Año uno')));

  test.each<[type: string, tag: number, value: Uint8Array]>([
    ['TeletexString', 0x14, latin1('Año uno')],
    ['IA5String', 0x16, latin1('Año uno')],
    ['VisibleString', 0x1a, latin1('Año uno')],
    ['UniversalString', 0x1c, wide('Año uno', 4)],
    ['BMPString', 0x1e, wide('Año uno', 2)],
  ])('in %s is the same as in UTF-8', (_, tag, value) => {
    expect(nameKey(named(tag, value))).toBe(inUtf8);
  });

  test.each<[what: string, tag: number, value: Uint8Array]>([
    ['half a character', 0x1e, Uint8Array.of(0)],
    ['a character beyond the last', 0x1c, Uint8Array.of(0, 0x11, 0, 0)],
    ['no UTF-8', 0x0c, Uint8Array.of(0xff)],
  ])('with %s is no text, and is compared by its octets', (_, tag, value) => {
    const name = named(tag, value);
    expect(() => relativeNames(name)).toThrow(DerError);
    expect(nameKey(name)).toBe(Buffer.from(name).toString('hex'));
  });

  test('may end with the last character that there is', () => {
    const last = String.fromCodePoint(0x10ffff);
    const inUniversal = named(0x1c, Uint8Array.of(0, 0x10, 0xff, 0xff));
    expect(nameKey(inUniversal)).toBe(nameKey(named(0x0c, Buffer.from(last))));
  });

  test('with a number is compared by its octets', () => {
    expect(nameKey(named(2, Uint8Array.of(1)))).toBe(nameKey(named(2, Uint8Array.of(1))));
    expect(nameKey(named(2, Uint8Array.of(1)))).not.toBe(nameKey(named(2, Uint8Array.of(2))));
  });

  test('has the same letters whatever their case, as long as they are ASCII', () => {
    expect(nameKey(named(0x0c, Buffer.from('AñO UNO')))).toBe(inUtf8);
    expect(nameKey(named(0x0c, Buffer.from('AÑO UNO')))).not.toBe(inUtf8);
  });
});

describe('an issuer', () => {
  const issuer = {
    issuerKey: 'RAIZ',
    serialNumber: Uint8Array.of(5),
    known: { subjectKeyIdentifier: 'aa' },
  };
  const anonymous = { ...issuer, known: {} };

  test.each([
    ['by all', { keyIdentifier: 'aa', issuerName: 'RAIZ', serialNumber: '05' }, true],
    ['by its key', { keyIdentifier: 'aa' }, true],
    ['by another key', { keyIdentifier: 'bb' }, false],
    ['by name and number', { issuerName: 'RAIZ', serialNumber: '05' }, true],
    ['by another number', { issuerName: 'RAIZ', serialNumber: '06' }, false],
    ['by the name of another issuer', { issuerName: 'OTRA', serialNumber: '05' }, false],
    ['by nothing', {}, undefined],
  ])('is named %s', (_, identifier, expected) => {
    expect(matchesIdentifier(identifier, issuer)).toBe(expected);
  });

  test('that says nothing of its key is not named by it, nor denied', () => {
    expect(matchesIdentifier({ keyIdentifier: 'aa' }, anonymous)).toBeUndefined();
  });
});

describe('a signature algorithm', () => {
  const rsa = '1.2.840.113549.1.1.11';
  const ecdsa = '1.2.840.10045.4.3.2';

  test.each([
    ['MD2', '1.2.840.113549.1.1.2'],
    ['MD4', '1.2.840.113549.1.1.3'],
    ['MD5', '1.2.840.113549.1.1.4'],
    ['SHA-1 by its older number', '1.3.14.3.2.29'],
  ])('with %s is weak', (_, number) => {
    const scheme = signatureScheme(sequence(oid(number), nothing));
    expect(scheme).toBe('weak');
    expect(isWeakScheme(scheme)).toBe(true);
  });

  test('of RSA has NULL or nothing, of ECDSA nothing', () => {
    expect(signatureScheme(sequence(oid(rsa), nothing))).toMatchObject({ hash: 'SHA-256' });
    expect(signatureScheme(sequence(oid(rsa)))).toMatchObject({ hash: 'SHA-256' });
    expect(signatureScheme(sequence(oid(ecdsa)))).toMatchObject({ hash: 'SHA-256' });
  });

  test.each([
    ['RSA with a number', sequence(oid(rsa), integer(5))],
    ['RSA with an empty SEQUENCE', sequence(oid(rsa), sequence())],
    ['RSA with a NULL that is not empty', sequence(oid(rsa), encodeDer(5, Uint8Array.of(0)))],
    ['ECDSA with NULL', sequence(oid(ecdsa), nothing)],
    ['of nobody', sequence(oid('1.2.3'), nothing)],
  ])('%s is not known', (_, algorithm) => {
    expect(signatureScheme(algorithm)).toBeUndefined();
  });

  test('has two parts', () => {
    expect(() => signatureScheme(sequence(oid(rsa), nothing, nothing))).toThrow(DerError);
  });
});

describe('the parameters of RSA-PSS', () => {
  const [sha1, sha256, sha224] = [
    '1.3.14.3.2.26',
    '2.16.840.1.101.3.4.2.1',
    '2.16.840.1.101.3.4.2.4',
  ].map((number) => sequence(oid(number), nothing)) as [Bytes, Bytes, Bytes];
  const mgf1 = '1.2.840.113549.1.1.8';
  const hash = (of: Bytes) => tagged(0, of);
  const mask = (of: Bytes, function_ = mgf1) => tagged(1, sequence(oid(function_), of));
  const [salt, trailer] = [tagged(2, integer(32)), tagged(3, integer(1))];
  const read = (...fields: Bytes[]) => pssScheme(readDer(sequence(...fields)));
  const usual = { name: 'RSA-PSS', hash: 'SHA-256', saltLength: 32 };

  test('are hash, mask, salt and trailer', () => {
    expect(read(hash(sha256), mask(sha256), salt)).toEqual(usual);
    expect(read(hash(sha256), mask(sha256), salt, trailer)).toEqual(usual);
    expect(read(hash(sha1), mask(sha1), salt)).toEqual({ ...usual, hash: 'SHA-1' });
  });

  test('are those of SHA-1 where they are not said', () => {
    const unsaid = { name: 'RSA-PSS', hash: 'SHA-1', saltLength: 20 };
    expect(pssScheme(undefined)).toEqual(unsaid);
    expect(read()).toEqual(unsaid);
  });

  test.each([
    ['a mask of SHA-1, unsaid, for another hash', [hash(sha256), salt]],
    ['a mask of another hash', [hash(sha256), mask(sha1), salt]],
    ['a mask by another function', [hash(sha256), mask(sha256, '1.2.3'), salt]],
    ['another trailer', [hash(sha256), mask(sha256), salt, tagged(3, integer(2))]],
    ['a hash that is not known', [hash(sha224), mask(sha224), salt]],
  ])('are not supported with %s', (_, fields) => {
    expect(read(...fields)).toBeUndefined();
  });

  test.each([
    ['in another order', [salt, hash(sha256)]],
    ['twice', [salt, salt]],
    ['of a fifth kind', [tagged(4, integer(1))]],
    ['of no kind', [integer(1)]],
  ])('are not those %s', (_, fields) => {
    expect(() => read(...fields)).toThrow(DerError);
  });
});

describe('a public key', () => {
  const p256 = oid('1.2.840.10045.3.1.7');
  const elliptic = oid('1.2.840.10045.2.1');
  const point = bits(Uint8Array.of(4));
  const other = { kind: 'other' };

  test('has two parts', () => {
    expect(readPublicKey(sequence(sequence(elliptic, p256), point))).toMatchObject({ kind: 'ec' });
    expect(() => readPublicKey(sequence(sequence(elliptic, p256), point, nothing))).toThrow(
      DerError,
    );
  });

  test('of a known curve is one for signatures only under its own algorithm', () => {
    expect(readPublicKey(sequence(sequence(oid('1.3.132.1.12'), p256), point))).toEqual(other);
  });

  test('whose curve is not named, or not known, is of no use', () => {
    expect(readPublicKey(sequence(sequence(elliptic), point))).toEqual(other);
    expect(readPublicKey(sequence(sequence(elliptic, oid('1.3.132.0.10')), point))).toEqual(other);
  });

  test('of RSA has 16,384 bits at most, and an exponent of eight octets', () => {
    const isOversized = (spki: Bytes) => isOversizedKey(readPublicKey(spki));
    const exponent = (octets: number) => new Uint8Array(octets).fill(1);
    expect(isOversized(rsaKeyDer(16_384))).toBe(false);
    expect(isOversized(rsaKeyDer(16_385))).toBe(true);
    expect(isOversized(rsaKeyDer(2048, exponent(8)))).toBe(false);
    expect(isOversized(rsaKeyDer(2048, exponent(9)))).toBe(true);
  });

  test('of a curve is never too large', () => {
    expect(isOversizedKey(readPublicKey(ecKey().spki))).toBe(false);
  });
});

describe('a signature', () => {
  const key = ecKey();
  const data = sequence();
  const signed = { data, algorithm: key.algorithm, signature: new Uint8Array(key.sign(data)) };
  const rsaAlgorithm = sequence(oid('1.2.840.113549.1.1.11'), nothing);
  const ed25519 = sequence(sequence(oid('1.3.101.112')), bits(new Uint8Array(32)));
  const besideCurve = key.spki.map((octet, index) => (index < 90 ? octet : octet ^ 1));

  test('is verified with the key that made it', async () => {
    expect(await verifySignature(signed, key.spki)).toBe('valid');
    expect(await verifySignature(signed, ecKey().spki)).toBe('invalid');
  });

  test.each([
    ['of RSA is not verified with a curve', { ...signed, algorithm: rsaAlgorithm }, key.spki],
    ['is not verified with a point beside the curve', signed, besideCurve],
    ['is not verified with a key of another kind', { ...signed, algorithm: rsaAlgorithm }, ed25519],
  ])('%s', async (_, what, spki) => {
    expect(await verifySignature(what, spki)).toBe('unsupported');
  });

  test('is invalid where algorithm or key is not well formed', async () => {
    expect(await verifySignature({ ...signed, algorithm: nothing }, key.spki)).toBe('invalid');
    expect(await verifySignature(signed, nothing)).toBe('invalid');
  });

  test('of a curve is two numbers, each no wider than the curve', () => {
    const wide = encodeDer(2, new Uint8Array(33).fill(1));
    const read = (...numbers: Bytes[]) => plainSignature(sequence(...numbers), 'P-256');
    expect(read(integer(1), integer(2))).toHaveLength(64);
    for (const numbers of [
      [integer(1), integer(2), integer(3)],
      [wide, integer(1)],
      [integer(1), wide],
    ]) {
      expect(() => read(...numbers)).toThrow(DerError);
    }
  });
});

test('of a PEM text certificates are taken, and nothing that is labelled otherwise or broken', () => {
  const block = (label: string, body: string) =>
    `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`;
  const body = Buffer.from(root.der).toString('base64');
  const text = [
    block('PKCS7', body),
    block('CERTIFICATE', 'Proc-Type: 4,ENCRYPTED\n\nAAAA'),
    block('CERTIFICATE', body),
    block('X509 CERTIFICATE', body),
  ].join('');
  expect(certificatesIn(Buffer.from(text))).toEqual([root.der, root.der]);
});
