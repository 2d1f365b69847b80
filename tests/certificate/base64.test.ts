import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64, fromBase64Url, toBase64, toBase64Url } from '../../src/certificate/index.ts';

const bytesOf = fc.uint8Array({ maxLength: 300 });

test('what was encoded is read back, and both ways agree with Node', () => {
  fc.assert(
    fc.property(bytesOf, (bytes) => {
      const buffer = Buffer.from(bytes);
      expect(toBase64(bytes)).toBe(buffer.toString('base64'));
      expect(toBase64Url(bytes)).toBe(buffer.toString('base64url'));
      expect(fromBase64(toBase64(bytes))).toEqual(new Uint8Array(bytes));
      expect(fromBase64Url(toBase64Url(bytes))).toEqual(new Uint8Array(bytes));
    }),
  );
});

test('one value has one writing: what is read is written the same', () => {
  const texts = fc.stringMatching(/^[A-Za-z0-9+/_=-]{0,12}$/);
  fc.assert(
    fc.property(texts, (text) => {
      const standard = fromBase64(text);
      const url = fromBase64Url(text);
      expect(standard ? toBase64(standard) : text).toBe(text);
      expect(url ? toBase64Url(url) : text).toBe(text);
    }),
    { numRuns: 5000 },
  );
});

test.each(['A', 'AA', 'AA=', 'AB==', 'AAB=', 'AA==AA==', 'A A=', 'AA==\n', 'ñ===', '-_8='])(
  '%j is no canonical base64',
  (text) => {
    expect(fromBase64(text)).toBeUndefined();
  },
);

test.each(['A', 'AB', 'AA==', 'AA+/', 'AAAAA', 'AA\n'])('%j is no canonical base64url', (text) => {
  expect(fromBase64Url(text)).toBeUndefined();
});

test('a megabyte is encoded', () => {
  const bytes = new Uint8Array(1_000_000).fill(0xa5);
  expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
});
