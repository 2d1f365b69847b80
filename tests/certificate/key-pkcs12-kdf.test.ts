import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  derivePkcs12,
  pkcs12Work,
  type Pkcs12Derivation,
} from '../../src/certificate/key/pkcs12-kdf.ts';
import { toBmp } from '../../src/certificate/key/password-encodings.ts';
import { openssl } from '../pki/openssl.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

async function opensslDerives(derivation: Pkcs12Derivation): Promise<string> {
  const { hash, password, salt, iterations, purpose, length } = derivation;
  const options = {
    digest: hash.replace('-', ''),
    hexpass: hex(password),
    hexsalt: hex(salt),
    iter: iterations,
    id: purpose,
  };
  const pairs = Object.entries(options).flatMap(([name, value]) => ['-kdfopt', `${name}:${value}`]);
  const printed = await openssl(['kdf', '-keylen', String(length), ...pairs, 'PKCS12KDF']);
  return printed.trim().replaceAll(':', '').toLowerCase();
}

const octets = fc.uint8Array({ minLength: 1, maxLength: 200 });
const derivations: fc.Arbitrary<Pkcs12Derivation> = fc.record({
  hash: fc.constantFrom(
    'SHA-1' as const,
    'SHA-256' as const,
    'SHA-384' as const,
    'SHA-512' as const,
  ),
  password: octets,
  salt: octets,
  iterations: fc.integer({ min: 1, max: 40 }),
  purpose: fc.constantFrom(1 as const, 2 as const, 3 as const),
  length: fc.integer({ min: 1, max: 150 }),
});

test('the derivation of PKCS#12 is that of openssl, for any octets', async () => {
  await fc.assert(
    fc.asyncProperty(derivations, async (derivation) => {
      expect(hex(derivePkcs12(derivation))).toBe(await opensslDerives(derivation));
    }),
    { numRuns: 60 },
  );
});

test('a carry runs through a whole block', async () => {
  const [hash, iterations, purpose] = ['SHA-1', 1, 1] as const;
  const derivation = { hash, iterations, purpose, length: 60 };
  const full = new Uint8Array(64).fill(0xff);
  const both = { ...derivation, password: full, salt: full };
  expect(hex(derivePkcs12(both))).toBe(await opensslDerives(both));
});

test('no password is another than the empty one', () => {
  const derivation = { hash: 'SHA-1', salt: new Uint8Array(8), iterations: 1, purpose: 3 } as const;
  const none = derivePkcs12({ ...derivation, password: new Uint8Array(), length: 20 });
  const empty = derivePkcs12({ ...derivation, password: toBmp(''), length: 20 });
  expect(none).not.toEqual(empty);
});

test('its work counts every digest that it takes', () => {
  const work = (length: number, salt = 8) =>
    pkcs12Work({ hash: 'SHA-1', iterations: 1000, salt: new Uint8Array(salt), length });
  expect(work(20) * 2).toBe(work(21));
  expect(work(20, 64 * 1000)).toBe(work(21));
});
