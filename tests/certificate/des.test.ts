import { createCipheriv, createDecipheriv } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { passThroughDes } from '../../src/certificate/key/des-blocks.ts';
import { expandDesKey, reversedDesKey } from '../../src/certificate/key/des-key.ts';
import { decryptSingleDes } from '../../src/certificate/key/single-des.ts';
import { decryptTripleDes, encryptTripleDes } from '../../src/certificate/key/triple-des.ts';

const octets = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const block = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

/** Key, plain block, enciphered block. */
const vectors = [
  // Of the worked example that everybody's DES is tried with.
  ['133457799bbcdff1', '0123456789abcdef', '85e813540f0ab405'],
  // NIST SP 800-17: variable plaintext, variable key, permutation, substitution.
  ['0101010101010101', '8000000000000000', '95f8a5e5dd31d900'],
  ['0101010101010101', '0000000000000001', '166b40b44aba4bd6'],
  ['8001010101010101', '0000000000000000', '95a8d72813daa94d'],
  ['0101010101010102', '0000000000000000', '869efd7f9f265a09'],
  ['1046913489980131', '0000000000000000', '88d55e54f54c97b4'],
  ['7ca110454a1a6e57', '01a1d6d039776742', '690f5b0d9a26939b'],
  ['0131d9619dc1376e', '5cd54ca83def57da', '7a389d10354bd271'],
] as const;

test.each(vectors)('under the key %s, %s becomes %s and comes back', (key, plain, encrypted) => {
  const subkeys = expandDesKey(octets(key));
  const out = new Uint8Array(8);
  passThroughDes([subkeys], octets(plain), 0, out);
  expect(hex(out)).toBe(encrypted);
  passThroughDes([reversedDesKey(subkeys)], out, 0, out);
  expect(hex(out)).toBe(plain);
});

test('OpenSSL reads what is enciphered, and what it enciphers is read', () => {
  fc.assert(
    fc.property(block(24), block(8), fc.uint8Array({ maxLength: 200 }), (key, iv, plain) => {
      const cipher = createCipheriv('des-ede3-cbc', key, iv);
      const encrypted = Buffer.concat([cipher.update(plain), cipher.final()]);
      expect(hex(encryptTripleDes(key, iv, plain))).toBe(hex(encrypted));
      expect(hex(decryptTripleDes(key, iv, encrypted) ?? octets('ff'))).toBe(hex(plain));
    }),
    { numRuns: 500 },
  );
});

test('DES is triple DES with one key three times', () => {
  fc.assert(
    fc.property(block(8), block(8), fc.uint8Array({ maxLength: 60 }), (key, iv, plain) => {
      const cipher = createCipheriv('des-ede3-cbc', Buffer.concat([key, key, key]), iv);
      const encrypted = Buffer.concat([cipher.update(plain), cipher.final()]);
      expect(hex(decryptSingleDes(key, iv, encrypted) ?? octets('ff'))).toBe(hex(plain));
    }),
  );
});

test('padding is right for us whenever it is for OpenSSL, and never otherwise', () => {
  const whole = fc.integer({ min: 1, max: 5 }).chain((count) => block(8 * count));
  fc.assert(
    fc.property(block(24), block(8), whole, (key, iv, encrypted) => {
      const decipher = createDecipheriv('des-ede3-cbc', key, iv);
      let theirs: string | undefined;
      try {
        theirs = hex(Buffer.concat([decipher.update(encrypted), decipher.final()]));
      } catch {
        theirs = undefined;
      }
      const ours = decryptTripleDes(key, iv, encrypted);
      expect(ours && hex(ours)).toBe(theirs);
    }),
    { numRuns: 2000 },
  );
});
