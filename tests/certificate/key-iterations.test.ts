import { describe, expect, test } from 'vitest';
import { encodeDer } from '../../src/certificate/asn1/der-encode.ts';
import { keyRefusalOf, openPrivateKey } from '../../src/certificate/index.ts';
import { useKeyFiles } from './key-files.ts';
import { codeOfFailure } from './pki.ts';
import { integer } from './rsa-numbers.ts';

const files = useKeyFiles();
const password = 'una clave';
const codeOf = (bytes: Uint8Array) => codeOfFailure(() => openPrivateKey(bytes, password));

const octets = (hex: string) => Buffer.from(hex, 'hex');
const oid = (hex: string) => encodeDer(0x06, octets(hex));
const salt = encodeDer(0x04, octets('0102030405060708'));

/** An encrypted key whose scheme is made by hand, around nothing that could be a key. */
function keyWith(scheme: Uint8Array, encrypted: Uint8Array = new Uint8Array(64)): Uint8Array {
  return encodeDer(0x30, scheme, encodeDer(0x04, encrypted));
}

function pbes2(...parameters: Uint8Array[]): Uint8Array {
  return pbes2Of(encodeDer(0x30, oid('2a864886f70d0307'), salt), ...parameters);
}

function pbes2Of(cipher: Uint8Array, ...parameters: Uint8Array[]): Uint8Array {
  const kdf = encodeDer(0x30, oid('2a864886f70d01050c'), encodeDer(0x30, ...parameters));
  return encodeDer(0x30, oid('2a864886f70d01050d'), encodeDer(0x30, kdf, cipher));
}

const schemes: [string, (count: Uint8Array) => Uint8Array][] = [
  ['PBES2', (count) => pbes2(salt, count)],
  ['PBES1', (count) => encodeDer(0x30, oid('2a864886f70d010503'), encodeDer(0x30, salt, count))],
  [
    'PKCS#12',
    (count) => encodeDer(0x30, oid('2a864886f70d010c0103'), encodeDer(0x30, salt, count)),
  ],
];

describe.each(schemes)('iterations of %s', (_, schemeOf) => {
  test.each([1_000_001n, 1_000_000_000n, 2n ** 32n, 2n ** 64n])(
    '%d are too many, also when the budget is large',
    async (count) => {
      const budget = { iterations: 10_000_000 };
      const bytes = keyWith(schemeOf(integer(count)));
      const error = await openPrivateKey(bytes, password, budget).catch(
        (thrown: unknown) => thrown,
      );
      expect(error).toMatchObject({ code: 'too_many_iterations' });
      expect(keyRefusalOf(error)).toBe('iterations');
      expect(budget.iterations).toBe(10_000_000);
    },
  );

  test.each([
    ['none', integer(0n)],
    ['fewer than none', encodeDer(0x02, octets('ff'))],
    ['a count not in its shortest form', encodeDer(0x02, octets('0001'))],
    ['no integer', salt],
    ['nothing', new Uint8Array()],
  ])('%s: no key', async (__, count) => {
    expect(await codeOf(keyWith(schemeOf(count)))).toBe('not_a_private_key');
  });

  test('more than the budget has left are not begun', async () => {
    const bytes = keyWith(schemeOf(integer(1000n)));
    const budget = { iterations: 900 };
    const code = await codeOfFailure(() => openPrivateKey(bytes, password, budget));
    expect([code, budget.iterations]).toEqual(['too_many_iterations', 900]);
  });

  test('an encoding that the budget does not reach is not called wrong', async () => {
    const bytes = keyWith(schemeOf(integer(100n)));
    const spent = { iterations: 10_000 };
    await codeOfFailure(() => openPrivateKey(bytes, 'clave', spent));
    const [oneTry, budget] = [10_000 - spent.iterations, { iterations: 0 }];
    const codeWith = (tries: number) => {
      budget.iterations = oneTry * tries;
      return codeOfFailure(() => openPrivateKey(bytes, 'ñ', budget));
    };
    expect([await codeWith(2), await codeWith(3)]).toEqual([
      'too_many_iterations',
      'wrong_password',
    ]);
  });
});

describe('what costs time besides the iterations counts too', () => {
  const spentOn = async (bytes: Uint8Array) => {
    const budget = { iterations: 1_000_000 };
    await codeOfFailure(() => openPrivateKey(bytes, 'clave', budget));
    return 1_000_000 - budget.iterations;
  };
  const one = integer(1n);
  const aes192 = encodeDer(0x30, oid('608648016503040116'), encodeDer(0x04, new Uint8Array(16)));

  test.each([
    ['3DES', pbes2(salt, one), 7_000],
    ['AES of 192 bits', pbes2Of(aes192, salt, one), 60_000],
  ])('40,000 octets of %s', async (_, scheme, least) => {
    expect(await spentOn(keyWith(scheme, new Uint8Array(40_000)))).toBeGreaterThan(least);
  });

  test('a salt of 40,000 octets', async () => {
    const long = encodeDer(0x04, new Uint8Array(40_000));
    const schemeOf = (octetString: Uint8Array) =>
      encodeDer(0x30, oid('2a864886f70d010503'), encodeDer(0x30, octetString, one));
    const [cheap, dear] = [
      await spentOn(keyWith(schemeOf(salt))),
      await spentOn(keyWith(schemeOf(long))),
    ];
    expect(dear - cheap).toBe(2.5 * 625);
  });
});

test('a million iterations are computed', async () => {
  const million = await files.encipher(['-v2', 'des3', '-iter', '1000000'], password);
  expect(await codeOfFailure(() => openPrivateKey(million, password))).toBeUndefined();
  expect(await codeOfFailure(() => openPrivateKey(million, 'otra'))).toBe('wrong_password');
});

describe('parameters that no tool writes', () => {
  const one = integer(1n);
  const rc2 = (version: bigint, ...parameters: Uint8Array[]) =>
    pbes2Of(
      encodeDer(0x30, oid('2a864886f70d0302'), encodeDer(0x30, integer(version), salt)),
      ...parameters,
    );
  test.each([
    ['a key of 2^31 octets for RC2', 'unsupported_key', rc2(58n, salt, one, integer(2n ** 31n))],
    ['a key of no octets for RC2', 'unsupported_key', rc2(58n, salt, one, integer(0n))],
    ['a version of RC2 that nobody knows', 'unsupported_key', rc2(7n, salt, one)],
    ['a key length of another cipher', 'not_a_private_key', pbes2(salt, one, integer(16n))],
    ['an initial vector of 4 octets', 'not_a_private_key', vectorOf('01020304')],
    ['a salt that is an algorithm', 'unsupported_key', pbes2(encodeDer(0x30), one)],
    ['nothing at all', 'not_a_private_key', pbes2()],
  ])('%s', async (_, code, scheme) => {
    expect(await codeOf(keyWith(scheme))).toBe(code);
  });

  function vectorOf(hex: string): Uint8Array {
    return pbes2Of(
      encodeDer(0x30, oid('2a864886f70d0307'), encodeDer(0x04, octets(hex))),
      salt,
      one,
    );
  }

  test.each([0, 1, 63])('%d enciphered octets are no whole blocks', async (length) => {
    const bytes = keyWith(pbes2(salt, one), new Uint8Array(length));
    expect(await codeOf(bytes)).toBe('not_a_private_key');
  });
});
