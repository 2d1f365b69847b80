import { writeFile } from 'node:fs/promises';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decryptRc2 } from '../../src/certificate/key/rc2.ts';
import { legacy, useKeyFiles } from './key-files.ts';

const files = useKeyFiles();
const octets = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));

/** An initial vector that makes a block of padding, and nothing else, of a plain block. */
const paddingOver = (plain: Uint8Array) => plain.map((octet) => octet ^ plain.length);

/** RFC 2268 section 5: key, effective bits, plain block, enciphered block. */
const vectors = [
  ['0000000000000000', 63, '0000000000000000', 'ebb773f993278eff'],
  ['ffffffffffffffff', 64, 'ffffffffffffffff', '278b27e42e2f0d49'],
  ['3000000000000000', 64, '1000000000000001', '30649edf9be7d2c2'],
  ['88', 64, '0000000000000000', '61a8a244adacccf0'],
  ['88bca90e90875a', 64, '0000000000000000', '6ccf4308974c267f'],
  ['88bca90e90875a7f0f79c384627bafb2', 64, '0000000000000000', '1a807d272bbe5db1'],
  ['88bca90e90875a7f0f79c384627bafb2', 128, '0000000000000000', '2269552ab0f85ca6'],
  [
    '88bca90e90875a7f0f79c384627bafb216f80a6f85920584c42fceb0be255daf1e',
    129,
    '0000000000000000',
    '5b78d3a43dfff1f1',
  ],
] as const;

test.each(vectors)('key %s of %d bits', (key, bits, plain, encrypted) => {
  const iv = paddingOver(octets(plain));
  expect(decryptRc2(octets(key), bits, iv, octets(encrypted))).toEqual(new Uint8Array());
  expect(decryptRc2(octets(`${key}55`), bits, iv, octets(encrypted))).toBeUndefined();
});

test('what openssl enciphers under any key comes out', { timeout: 30_000 }, async () => {
  const block = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
  const caseOf = (cipher: string, length: number) =>
    fc.record({
      cipher: fc.constant(cipher),
      key: block(length),
      iv: block(8),
      plain: fc.uint8Array({ maxLength: 100 }),
    });
  const cases = fc.oneof(caseOf('rc2-cbc', 16), caseOf('rc2-64-cbc', 8), caseOf('rc2-40-cbc', 5));
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
  await fc.assert(
    fc.asyncProperty(cases, async ({ cipher, key, iv, plain }) => {
      const path = `${files.plainPath}.block`;
      await writeFile(path, plain);
      const args = ['enc', `-${cipher}`, '-K', hex(key), '-iv', hex(iv), '-in', path, ...legacy];
      const encrypted = await files.make(args);
      expect(decryptRc2(key, key.length * 8, iv, encrypted)).toEqual(plain);
    }),
    { numRuns: 60 },
  );
});
