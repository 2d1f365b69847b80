import { createCipheriv } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { decryptAes } from '../../src/certificate/key/aes.ts';
import { decipherAesBlocks } from '../../src/certificate/key/aes-blocks.ts';

const octets = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
const upTo = (length: number) => Uint8Array.from({ length }, (_, index) => index);
const block = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

test.each([
  [16, '69c4e0d86a7b0430d8cdb78070b4c55a'],
  [24, 'dda97ca4864cdfe06eaf70a0ec0d7191'],
  [32, '8ea2b7ca516745bfeafc49904b496089'],
])('FIPS 197 appendix C, a key of %d octets', (length, encrypted) => {
  const plain = decipherAesBlocks(upTo(length))(new Uint8Array(16), octets(encrypted));
  expect(plain).toEqual(octets('00112233445566778899aabbccddeeff'));
});

test('every size of key deciphers what openssl enciphers', async () => {
  const cases = fc.constantFrom(16, 24, 32).chain((length) =>
    fc.record({
      key: block(length),
      iv: block(16),
      plain: fc.uint8Array({ maxLength: 100 }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(cases, async ({ key, iv, plain }) => {
      const cipher = createCipheriv(`aes-${key.length * 8}-cbc`, key, iv);
      const encrypted = Buffer.concat([cipher.update(plain), cipher.final()]);
      const [ownKey, ownIv] = [new Uint8Array(key), new Uint8Array(iv)];
      expect(await decryptAes(ownKey, ownIv, encrypted)).toEqual(plain);
      expect(decipherAesBlocks(key)(iv, encrypted).subarray(0, plain.length)).toEqual(plain);
    }),
    { numRuns: 300 },
  );
});

test.each([16, 24, 32])('wrong padding under a key of %d octets is told', async (length) => {
  const cipher = createCipheriv(`aes-${length * 8}-cbc`, upTo(length), upTo(16));
  const unpadded = cipher.setAutoPadding(false).update(new Uint8Array(32));
  expect(await decryptAes(upTo(length), upTo(16), unpadded)).toBeUndefined();
});

test('192 bits need no WebCrypto, which refuses them in Chrome', async () => {
  const cipher = createCipheriv('aes-192-cbc', upTo(24), upTo(16));
  const encrypted = Buffer.concat([cipher.update(upTo(5)), cipher.final()]);
  const refusal = new DOMException('192-bit AES keys are not supported', 'OperationError');
  const importKey = vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(refusal);
  try {
    expect(await decryptAes(upTo(24), upTo(16), encrypted)).toEqual(upTo(5));
  } finally {
    importKey.mockRestore();
  }
});
