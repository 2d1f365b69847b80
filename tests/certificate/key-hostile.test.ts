import { readFile } from 'node:fs/promises';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { openPrivateKey, sealPrivateKey } from '../../src/certificate/index.ts';
import { useKeyFiles, legacy } from './key-files.ts';
import { codeOfFailure } from './pki.ts';

const files = useKeyFiles();
const password = 'una clave';
const planned = [
  'not_a_private_key',
  'unsupported_key',
  'too_many_iterations',
  'wrong_password',
  undefined,
];

const recipes: [string, string[]][] = [
  ['PBES2 of the SAT', ['-v2', 'des3', '-v2prf', 'hmacWithSHA1', '-iter', '16']],
  ['PBES2 with RC2', ['-v2', 'rc2-cbc', '-iter', '16', ...legacy]],
  ['PBES2 with AES of 192 bits', ['-v2', 'aes-192-cbc', '-iter', '16']],
  ['PBES1', ['-v1', 'PBE-MD5-RC2-64', '-iter', '16', ...legacy]],
  ['PKCS#12', ['-v1', 'PBE-SHA1-RC2-40', '-iter', '16', ...legacy]],
];
const keys = new Map<string, Uint8Array>();
beforeAll(async () => {
  for (const [name, args] of recipes) keys.set(name, await files.encipher(args, password));
  keys.set('PEM', new Uint8Array(await readFile(files.plainPath)));
});
const keyOf = (name: string) => keys.get(name) ?? new Uint8Array();
const names = [...recipes.map(([name]) => name), 'PEM'];

/** Never more than this, or a changed count would be computed. */
const codeOf = (bytes: Uint8Array) =>
  codeOfFailure(() => openPrivateKey(bytes, password, { iterations: 5000 }));

describe.each(names)('%s', (name) => {
  test('cut off anywhere it is no key', async () => {
    const whole = keyOf(name);
    const end = name === 'PEM' ? whole.lastIndexOf(0x2d) : whole.length;
    for (let length = 0; length < end; length++) {
      expect([length, await codeOf(whole.subarray(0, length))]).toEqual([
        length,
        'not_a_private_key',
      ]);
    }
  });

  test('flipped bits end in a planned code', async () => {
    const whole = keyOf(name);
    const bits = fc.integer({ min: 0, max: whole.length * 8 - 1 });
    const nearTheStart = fc.integer({ min: 0, max: 1000 });
    const flips = fc.array(fc.oneof(bits, nearTheStart), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(flips, async (positions) => {
        const changed = Uint8Array.from(whole);
        for (const position of positions) {
          const offset = position >> 3;
          changed[offset] = (changed[offset] ?? 0) ^ (1 << (position & 7));
        }
        expect(planned).toContain(await codeOf(changed));
      }),
      { numRuns: 400 },
    );
  });

  test('lies about lengths end in a planned code', async () => {
    const whole = keyOf(name);
    const lies = fc.record({
      offset: fc.integer({ min: 0, max: 120 }),
      length: fc.constantFrom([0x80], [0x84, 0xff, 0xff, 0xff, 0xff], [0x84, 0, 0, 0, 1], [0]),
    });
    await fc.assert(
      fc.asyncProperty(lies, async ({ offset, length }) => {
        const before = whole.subarray(0, offset);
        const lying = Uint8Array.from([...before, ...length, ...whole.subarray(offset + 1)]);
        expect(planned).toContain(await codeOf(lying));
      }),
      { numRuns: 200 },
    );
  });

  test('bytes after it make it no key, unless it is text', async () => {
    const longer = Uint8Array.from([...keyOf(name), 0]);
    expect(await codeOf(longer)).toBe(name === 'PEM' ? undefined : 'not_a_private_key');
  });
});

test('any bytes whatever are no key', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      expect(await codeOf(bytes)).toBe('not_a_private_key');
    }),
  );
});

test('what is too long for a key is not even read', async () => {
  const long = await sealPrivateKey(new Uint8Array(70_000), password);
  expect(await codeOf(long)).toBe('not_a_private_key');
  const short = await sealPrivateKey(new Uint8Array(60_000), password);
  // Its 60,000 octets alone cost more than the budget of the other tests.
  const code = await codeOfFailure(() => openPrivateKey(short, password));
  expect(code).toBe('wrong_password');
});
