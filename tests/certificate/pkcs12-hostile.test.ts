import { readFile } from 'node:fs/promises';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { encodeDer } from '../../src/certificate/asn1/der-encode.ts';
import { FirmaError } from '../../src/errors.ts';
import {
  openPkcs12,
  openPrivateKey,
  type Bytes,
  type OpenedPkcs12,
} from '../../src/certificate/index.ts';
import { encodeInteger } from '../../src/certificate/asn1/encode-values.ts';
import { passwordForms } from '../../src/certificate/pkcs12/password-forms.ts';
import { pkcs12Oid } from '../../src/certificate/pkcs12/pkcs12-oid.ts';
import { unseal } from '../../src/certificate/pkcs12/unlocking.ts';
import { DerError } from '../../src/certificate/asn1/der.ts';
import { openssl } from '../pki/openssl.ts';
import {
  bag,
  certBag,
  clearSafe,
  data,
  exportPkcs12,
  pemFiles,
  pfxAround,
  rewriteDer,
  type PemFiles,
} from './pkcs12.ts';
import { codeOfFailure, usePki } from './pki.ts';

const pki = usePki();
let files: PemFiles;
/** As OpenSSL 3 makes it; the same without MAC; as OpenSSL 1 did, without MAC. */
let withMac: Bytes;
let withoutMac: Bytes;
let old: Bytes;
let pkcs8: Bytes;
let certificate: Bytes;

const password = 'clave';
const bmp = Uint8Array.of(0, 99, 0, 108, 0, 97, 0, 118, 0, 101, 0, 0);
const few = ['-iter', '3'];

beforeAll(async () => {
  files = await pemFiles(pki());
  withMac = await exportPkcs12(files, password, few);
  withoutMac = await exportPkcs12(files, password, [...few, '-nomac', '-certpbe', 'AES-256-CBC']);
  old = await exportPkcs12(files, password, [
    ...few,
    '-nomac',
    '-legacy',
    '-certpbe',
    'PBE-SHA1-RC2-40',
  ]);
  const { person } = pki().credentials;
  pkcs8 = (await openPrivateKey(person.readPrivateKey(), person.password)).pkcs8;
  certificate = Uint8Array.from(person.readCertificate());
});

const codeOf = (bytes: Uint8Array, typed = password) =>
  codeOfFailure(() => openPkcs12(bytes, typed));
const outcome = async (bytes: Uint8Array, budget: { iterations: number }) => {
  try {
    return await openPkcs12(bytes, password, budget);
  } catch (error) {
    return error instanceof FirmaError ? error.code : Promise.reject(error);
  }
};
const contentsOf = ({ certificates, keys }: OpenedPkcs12) => [
  ...certificates.map(({ der }) => der),
  ...keys.map((key) => key.pkcs8),
];
const planned = [
  undefined,
  'not_a_pkcs12',
  'wrong_password',
  'unsupported_key',
  'too_many_iterations',
];

describe('any damage ends in a value or a planned error', () => {
  test('cut at every length: not_a_pkcs12', async () => {
    for (let length = 0; length < withMac.length; length++) {
      const code = await codeOf(withMac.subarray(0, length));
      if (code !== 'not_a_pkcs12') expect([length, code]).toBe('not_a_pkcs12');
    }
  });

  test('cut inside the MAC, at every length: not_a_pkcs12, though the MAC fits', async () => {
    const safe = clearSafe(bag(pkcs12Oid.keyBag, pkcs8), certBag(certificate));
    for (let length = 0; length < safe.length; length += 3) {
      const code = await codeOf(pfxAround(safe.slice(0, length), bmp));
      if (code !== 'not_a_pkcs12') expect([length, code]).toBe('not_a_pkcs12');
    }
    expect(await codeOf(pfxAround(safe, bmp))).toBeUndefined();
  });

  test('contents cut inside an intact AuthenticatedSafe: not_a_pkcs12', async () => {
    const contents = encodeDer(0x30, bag(pkcs12Oid.keyBag, pkcs8), certBag(certificate));
    for (let length = 0; length < contents.length; length += 7) {
      const pfx = pfxAround(encodeDer(0x30, data(contents.slice(0, length))), bmp);
      const code = await codeOf(pfx);
      if (code !== 'not_a_pkcs12') expect([length, code]).toBe('not_a_pkcs12');
    }
  });

  test('half a block is no wrong password: not_a_pkcs12, with a MAC and without', async () => {
    for (const bytes of [withMac, withoutMac, old]) {
      const cut = (octets: Bytes): Bytes =>
        rewriteDer(octets, ({ tag, content }) => {
          if (tag === 0x80) return encodeDer(tag, content.slice(0, -1));
          return tag === 0x04 && content.length > 100 && octets === bytes
            ? encodeDer(tag, cut(content))
            : undefined;
        });
      expect(await codeOf(cut(bytes))).toBe('not_a_pkcs12');
    }
  });

  test.each([
    ['with a MAC', () => withMac, true],
    ['without', () => withoutMac, false],
    ['of old, without', () => old, false],
  ])('flipped bits, lengths that lie, bytes more and less: %s', async (_, bytes, hasMac) => {
    const position = fc.nat({ max: bytes().length - 1 });
    const damage = fc.oneof(
      fc.record({ at: position, drop: fc.constant(1), put: fc.uint8Array({ maxLength: 2 }) }),
      fc.record({ at: position, drop: fc.nat({ max: 5 }), put: fc.uint8Array({ maxLength: 5 }) }),
      // Where the headers are.
      fc.record({
        at: fc.nat({ max: 120 }),
        drop: fc.constant(1),
        put: fc.constantFrom([0x80], [0xff], [0x84, 0x7f, 0xff, 0xff, 0xff], [0], [0x30, 0x80]),
      }),
    );
    const intact = await openPkcs12(bytes(), password);
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 3 }), async (damages) => {
        const damaged = Array.from(bytes());
        for (const { at, drop, put } of damages) damaged.splice(at, drop, ...put);
        const budget = { iterations: 50_000 };
        const opened = await outcome(Uint8Array.from(damaged), budget);
        if (typeof opened === 'string') expect(planned).toContain(opened);
        else if (hasMac) expect(contentsOf(opened)).toEqual(contentsOf(intact));
      }),
      { numRuns: 500 },
    );
  });

  test('any bytes at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (inside) => {
        expect(await codeOf(Uint8Array.from(inside))).toBe('not_a_pkcs12');
        const pfx = pfxAround(clearSafe(Uint8Array.from(inside)), bmp);
        expect(planned).toContain(await codeOf(pfx));
      }),
      { numRuns: 300 },
    );
  });

  test('indefinite lengths 100,000 levels deep: not_a_pkcs12', async () => {
    const deep = new Uint8Array(200_000).map((_, at) => (at % 2 ? 0x80 : 0x30));
    expect(await codeOf(deep)).toBe('not_a_pkcs12');
    expect(await codeOf(pfxAround(deep, bmp))).toBe('not_a_pkcs12');
  });
});

describe('work is bounded', () => {
  const is2048 = ({ tag, content }: { tag: number; content: Bytes }) =>
    tag === 0x02 && content.length === 2 && content[0] === 8 && content[1] === 0;

  test.each([1_000_001, 1_000_000_000])('%i iterations of the MAC', async (count) => {
    const bytes = rewriteDer(await exportPkcs12(files, password), (node) =>
      is2048(node) ? encodeInteger(count) : undefined,
    );
    expect(await codeOf(bytes)).toBe('too_many_iterations');
  });

  test.each([
    ['PBES2', []],
    ['PKCS#12', ['-legacy']],
  ])('1,000,000,000 iterations of %s', async (_, args) => {
    const inside = (octets: Bytes) =>
      rewriteDer(octets, (node) => (is2048(node) ? encodeInteger(1e9) : undefined));
    const bytes = rewriteDer(await exportPkcs12(files, password, args), ({ tag, content }) =>
      tag === 0x04 && content.length > 100 ? encodeDer(0x04, inside(content)) : undefined,
    );
    expect(await codeOf(bytes)).toBe('too_many_iterations');
  });

  test('64 keys of 20,000 iterations each: no further than the budget', async () => {
    const path = `${files.directory}/20000.key`;
    const args = ['-v2', 'aes-256-cbc', '-v2prf', 'hmacWithSHA1', '-iter', '20000'];
    await openssl(
      ['pkcs8', '-topk8', '-in', files.key, '-outform', 'DER', '-out', path, ...args].concat([
        '-passout',
        'env:PASSWORD',
      ]),
      { password },
    );
    const key = bag(pkcs12Oid.pkcs8ShroudedKeyBag, new Uint8Array(await readFile(path)));
    const pfx = (count: number) =>
      pfxAround(clearSafe(...Array.from({ length: count }, () => key)));
    const budget = { iterations: 100_000 };
    expect((await openPkcs12(pfx(4), password, budget)).keys).toHaveLength(4);
    expect(budget.iterations).toBe(20_000);
    expect(await codeOfFailure(() => openPkcs12(pfx(64), password, budget))).toBe(
      'too_many_iterations',
    );
    expect(budget.iterations).toBe(0);
  });

  test('the likely form of a password decides where the budget does not reach for the others', async () => {
    const bytes = await exportPkcs12(files, 'contraseña', ['-iter', '1000', '-macalg', 'sha1']);
    const code = (typed: string, iterations: number) =>
      codeOfFailure(() => openPkcs12(bytes, typed, { iterations }));
    expect(await code('contrasenã', 2000)).toBe('wrong_password');
    expect(await code('contrasenã', 1999)).toBe('too_many_iterations');
    expect(await code('contraseña', 2000)).toBe('too_many_iterations');
    expect(await code('contraseña', 3000)).toBeUndefined();
  });

  test('64 bags are read, 65 are not', async () => {
    const bags = (count: number) =>
      pfxAround(clearSafe(...Array.from({ length: count }, () => certBag(certificate))), bmp);
    expect((await openPkcs12(bags(64), password)).certificates).toHaveLength(64);
    expect(await codeOf(bags(65))).toBe('not_a_pkcs12');
  });

  test('bags within bags: read at four levels, refused at thirty', async () => {
    const nested = (levels: number): Bytes =>
      levels === 0
        ? certBag(certificate)
        : bag(pkcs12Oid.safeContentsBag, encodeDer(0x30, nested(levels - 1)));
    const opened = await openPkcs12(pfxAround(clearSafe(nested(4)), bmp), password);
    expect(opened.certificates).toHaveLength(1);
    expect(await codeOf(pfxAround(clearSafe(nested(30)), bmp))).toBe('not_a_pkcs12');
  });
});

describe('a MAC that does not fit exactly is a wrong password', () => {
  const withDigest = (digestOf: (digest: Bytes) => Bytes) =>
    rewriteDer(withMac, ({ tag, content, depth }) =>
      tag === 0x04 && depth === 3 && content.length === 32
        ? encodeDer(0x04, digestOf(content))
        : undefined,
    );

  test.each<[string, (digest: Bytes) => Bytes]>([
    ['empty', () => new Uint8Array()],
    ['its first octets', (digest) => digest.slice(0, 31)],
    ['an octet more', (digest) => Uint8Array.from([...digest, 0])],
    [
      'its last bit flipped',
      (digest) => digest.map((octet, at) => (at === 31 ? octet ^ 1 : octet)),
    ],
    ['zeros', (digest) => digest.map(() => 0)],
  ])('%s', async (_, digestOf) => {
    expect(await codeOf(withDigest(digestOf))).toBe('wrong_password');
  });

  test('untouched, it fits', async () => {
    expect(await codeOf(withDigest((digest) => digest))).toBeUndefined();
  });
});

test('what is deciphered of a .pfx is wiped once it is read, also when it cannot be', async () => {
  const plains: Bytes[] = [];
  const opening = (read: (plain: Bytes) => number) =>
    unseal(
      {
        encrypted: new Uint8Array(8),
        scheme: {
          iterations: 1,
          octetWork: 0,
          passwordForm: 'bmp',
          blockLength: 8,
          decrypt: async () => {
            const plain = Uint8Array.of(1, 2, 3);
            plains.push(plain);
            return plain;
          },
        },
      },
      {
        passwords: passwordForms('clave'),
        budget: { iterations: 10 },
        refusal: 'wrong_password',
        encodings: [],
      },
      read,
    );
  expect(await opening(([first = 0]) => first)).toBe(1);
  const garbage = () => {
    throw new DerError();
  };
  expect(await codeOfFailure(() => opening(garbage))).toBe('wrong_password');
  expect(plains).toEqual([new Uint8Array(3), new Uint8Array(3)]);
});
