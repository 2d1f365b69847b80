import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeDer } from '../../src/certificate/asn1/der-encode.ts';
import { DerError, type Bytes } from '../../src/certificate/asn1/der.ts';
import { berToDer } from '../../src/certificate/pkcs12/ber-to-der.ts';
import { asBer } from './pkcs12.ts';

const bytes = (...octets: number[]): Bytes => Uint8Array.from(octets);

const der: fc.Arbitrary<Bytes> = fc.letrec<{ element: Bytes; constructed: Bytes; octets: Bytes }>(
  (tie) => ({
    element: fc.oneof({ maxDepth: 6 }, tie('octets'), tie('constructed')),
    constructed: fc
      .tuple(fc.constantFrom(0x30, 0x31, 0xa0, 0xa3), fc.array(tie('element'), { maxLength: 5 }))
      .map(([tag, children]) => encodeDer(tag, ...children)),
    octets: fc
      .tuple(fc.constantFrom(0x02, 0x04, 0x06, 0x0c, 0x1e), fc.uint8Array({ maxLength: 300 }))
      .map(([tag, content]) => encodeDer(tag, content)),
  }),
).element;

test.each([
  ['nothing', bytes()],
  ['half a header', bytes(0x30)],
  ['a length that is cut off', bytes(0x30, 0x82, 0x01)],
  ['content that is cut off', bytes(0x04, 0x02, 0x00)],
  ['no end of contents', bytes(0x30, 0x80, 0x05, 0x00)],
  ['half an end of contents', bytes(0x30, 0x80, 0x00)],
  ['an end of contents inside a definite length', bytes(0x30, 0x02, 0x00, 0x00)],
  ['an end of contents that is not empty', bytes(0x30, 0x80, 0x00, 0x01, 0x00, 0x00, 0x00)],
  ['an indefinite length of a primitive element', bytes(0x04, 0x80, 0x00, 0x00)],
  ['a child that is longer than its parent', bytes(0x30, 0x03, 0x04, 0x02, 0x00, 0x00)],
  ['an indefinite child that ends outside its parent', bytes(0x30, 0x02, 0x30, 0x80, 0, 0)],
  ['bytes after the end', bytes(0x05, 0x00, 0x00)],
  ['a segment that is no octet string', bytes(0x24, 0x03, 0x02, 0x01, 0x00)],
  ['a tag of several octets', bytes(0x3f, 0x81, 0x00, 0x00)],
  ['a length of 2^64', bytes(0x04, 0x88, 255, 255, 255, 255, 255, 255, 255, 255)],
  ['a length of nine octets', bytes(0x04, 0x89, 0, 0, 0, 0, 0, 0, 0, 0, 0)],
  ['a length of 4 GiB', bytes(0x04, 0x85, 1, 0, 0, 0, 0)],
  ['26 levels', bytes(...Array.from({ length: 26 }, () => [0x30, 0x80]).flat(), 5, 0)],
  ['50,000 levels', new Uint8Array(100_000).fill(0x30).map((tag, at) => (at % 2 ? 0x80 : tag))],
  [
    '10,001 elements',
    encodeDer(
      0x30,
      new Uint8Array(20_000).map((_, at) => (at % 2 ? 0 : 5)),
    ),
  ],
])('%s is no BER that is read', (_, ber) => {
  expect(() => berToDer(ber)).toThrow(DerError);
});

test('10,000 elements are read', () => {
  const nulls = new Uint8Array(19_998).map((_, at) => (at % 2 ? 0 : 5));
  expect(berToDer(encodeDer(0x30, nulls))).toEqual(encodeDer(0x30, nulls));
});

test('DER is left as it is', () => {
  fc.assert(
    fc.property(der, (whole) => {
      expect(berToDer(whole)).toEqual(whole);
    }),
  );
});

test('the same value in BER becomes the same DER', () => {
  fc.assert(
    fc.property(der, fc.integer({ min: 1, max: 200 }), (whole, segment) => {
      expect(berToDer(asBer(whole, segment))).toEqual(whole);
    }),
  );
});

test('segments of segments are joined in order, empty ones too', () => {
  const ber = bytes(0x24, 0x80, 0x24, 0x04, 4, 0, 4, 0, 4, 1, 7, 0x24, 0x80, 4, 1, 8, 0, 0, 0, 0);
  expect(berToDer(ber)).toEqual(bytes(0x04, 2, 7, 8));
});

test('any bytes are rewritten or refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (any) => {
      try {
        expect(berToDer(Uint8Array.from(any)).length).toBeLessThanOrEqual(2 * any.length);
      } catch (error) {
        expect(error).toBeInstanceOf(DerError);
      }
    }),
    { numRuns: 2000 },
  );
});
