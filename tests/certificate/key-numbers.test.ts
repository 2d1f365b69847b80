import { readFile } from 'node:fs/promises';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { encodeDer } from '../../src/certificate/asn1/der-encode.ts';
import { keyRefusalOf, openPrivateKey, sealPrivateKey } from '../../src/certificate/index.ts';
import { useKeyFiles } from './key-files.ts';
import { inverseOf, integer, numbersOf, rsaPkcs8, type RsaNumbers } from './rsa-numbers.ts';

const files = useKeyFiles();
const genpkey = ['genpkey', '-algorithm', 'RSA', '-pkeyopt'];
let good: RsaNumbers;
beforeAll(async () => {
  good = numbersOf(await readFile(files.plainPath, 'utf8'));
});

/** Code and refusal of a file, or that it opens. */
async function outcome(bytes: Uint8Array, password: string): Promise<unknown[]> {
  try {
    await openPrivateKey(bytes, password);
    return ['opens'];
  } catch (error) {
    return [error instanceof Error && 'code' in error ? error.code : error, keyRefusalOf(error)];
  }
}

/** What a key is in clear, under its password, and under another. */
async function outcomes(pkcs8: Uint8Array): Promise<unknown[][]> {
  const sealed = await sealPrivateKey(pkcs8, 'una clave');
  return [
    await outcome(pkcs8, ''),
    await outcome(sealed, 'una clave'),
    await outcome(sealed, 'otra clave'),
  ];
}

const refused = (code: string, refusal: string) => [
  [code, refusal],
  [code, refusal],
  ['wrong_password', undefined],
];

/** Numbers that belong together, of any two factors and any exponent. */
function numbersFrom(p: bigint, q: bigint, e: bigint, d: bigint): RsaNumbers {
  const numbers = { n: p * q, e, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n) };
  return { ...numbers, qi: p === q ? 1n : inverseOf(q, p) };
}

/** Numbers of this length that do not belong together. */
const ofBits = (bits: bigint) =>
  numbersFrom((1n << (bits / 2n)) - 1n, (1n << (bits / 2n)) + 1n, 3n, 1n);

describe('an RSA key that nobody should sign with is unsupported_key, under its password', () => {
  test.each<[string, string, () => RsaNumbers]>([
    ['512 bits', 'key_size', () => ofBits(512n)],
    ['1,022 bits', 'key_size', () => ofBits(1022n)],
    ['8,194 bits', 'key_size', () => ofBits(8194n)],
    ['16,384 bits', 'key_size', () => ofBits(16_384n)],
    ['exponent 1', 'key_numbers', () => numbersFrom(good.p, good.q, 1n, 1n)],
    ['exponent 0', 'key_numbers', () => numbersFrom(good.p, good.q, 0n, 1n)],
    ['exponent 2', 'key_numbers', () => numbersFrom(good.p, good.q, 2n, good.d)],
    [
      'an exponent of 40 bits',
      'key_numbers',
      () => numbersFrom(good.p, good.q, (1n << 40n) + 1n, 3n),
    ],
    ['one prime twice', 'key_numbers', () => numbersFrom(good.p, good.p, good.e, good.d)],
  ])('%s: %s', async (_, refusal, numbers) => {
    expect(await outcomes(rsaPkcs8(numbers()))).toEqual(refused('unsupported_key', refusal));
  });

  test('more than two primes', async () => {
    const more = [encodeDer(0x30, encodeDer(0x30, integer(3n), integer(1n), integer(1n)))];
    const pkcs8 = rsaPkcs8(good, { version: 1, more });
    expect(await outcomes(pkcs8)).toEqual(refused('unsupported_key', 'key_numbers'));
  });

  test('three primes of openssl', async () => {
    const made = await files.make([
      ...genpkey,
      'rsa_keygen_bits:2048',
      '-pkeyopt',
      'rsa_keygen_primes:3',
    ]);
    expect(await outcome(made, '')).toEqual(['unsupported_key', 'key_numbers']);
  });
});

describe('a key that is broken inside is not_a_private_key, under its password', () => {
  test('none of the numbers may be another', async () => {
    const names = Object.keys(good) as (keyof RsaNumbers)[];
    const changes = fc.record({
      name: fc.constantFrom(...names),
      bit: fc.integer({ min: 0, max: 1000 }),
    });
    await fc.assert(
      fc.asyncProperty(changes, async ({ name, bit }) => {
        const changed = { ...good, [name]: good[name] ^ (1n << BigInt(bit)) };
        const [code] = await outcome(rsaPkcs8(changed), '');
        expect(['not_a_private_key', 'unsupported_key']).toContain(code);
      }),
      { numRuns: 300 },
    );
  });

  test.each<[string, (numbers: RsaNumbers) => Partial<RsaNumbers>]>([
    ['1,024 bits of no key', () => ofBits(1024n)],
    ['8,192 bits of no key', () => ofBits(8192n)],
    ['a factor of 1', ({ n }) => ({ p: n, q: 1n })],
    ['a factor of 0', () => ({ p: 0n })],
    ['factors of another modulus', ({ n }) => ({ n: n + 2n })],
    ['d over the modulus', ({ d, p, q }) => ({ d: d + (p - 1n) * (q - 1n) * 2n })],
    ['an inverse over its prime', ({ qi, p }) => ({ qi: qi + p })],
    ['no private exponent', () => ({ d: 0n, dp: 0n, dq: 0n })],
  ])('%s', async (_, change) => {
    const pkcs8 = rsaPkcs8({ ...good, ...change(good) });
    expect(await outcomes(pkcs8)).toEqual(refused('not_a_private_key', 'damaged'));
  });

  test('a version that does not fit its parts', async () => {
    const pkcs8 = rsaPkcs8(good, { version: 1 });
    expect(await outcomes(pkcs8)).toEqual(refused('not_a_private_key', 'damaged'));
  });
});

test('the same numbers, put together by the test, open', async () => {
  const [clear, sealed, wrong] = await outcomes(rsaPkcs8(good));
  expect([clear, sealed, wrong?.[0]]).toEqual([['opens'], ['opens'], 'wrong_password']);
});

test('a key of 1,024 bits opens', async () => {
  const made = await files.make([...genpkey, 'rsa_keygen_bits:1024']);
  expect(await outcome(made, '')).toEqual(['opens']);
});

test('bytes that the browser does not take are unsupported_key when they are to sign', async () => {
  const opened = await openPrivateKey(rsaPkcs8(good), '');
  opened.pkcs8.fill(0);
  const error = await opened.key('SHA-256').catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'unsupported_key' });
});
