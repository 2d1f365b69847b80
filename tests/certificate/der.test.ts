import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeDer } from '../../src/certificate/asn1/der-encode.ts';
import { childrenOf, DerError, readDer, type Bytes } from '../../src/certificate/asn1/der.ts';
import { readHeader } from '../../src/certificate/asn1/der-header.ts';
import {
  booleanValue,
  integerOctets,
  namedBits,
  oidValue,
  smallInteger,
  unsignedInteger,
} from '../../src/certificate/asn1/der-values.ts';

const hex = (text: string) => new Uint8Array(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const read = (text: string) => readDer(hex(text));

/** The bytes as they are written again once read, or unchanged when they are refused. */
const rewritten = (bytes: Bytes): Bytes => {
  try {
    const { tag, content } = readDer(bytes);
    return encodeDer(tag, content);
  } catch (error) {
    if (error instanceof DerError) return bytes;
    throw error;
  }
};

test('what was encoded is read back, whatever its length', () => {
  const lengths = fc.oneof(
    fc.integer({ min: 0, max: 70_000 }),
    fc.constantFrom(0, 127, 128, 255, 256, 65_535, 65_536),
  );
  fc.assert(
    fc.property(lengths, fc.nat(255), (length, fill) => {
      const content = new Uint8Array(length).fill(fill);
      const encoded = encodeDer(0x04, content);
      const { contentLength, headerLength } = readHeader(encoded, 0);
      expect(contentLength).toBe(length);
      expect(headerLength + length).toBe(encoded.length);
      expect(Buffer.compare(readDer(encoded).content, content)).toBe(0);
    }),
  );
});

test('any bytes are either one element written the shortest way, or a DerError', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(rewritten(new Uint8Array(bytes))).toEqual(new Uint8Array(bytes));
    }),
    { numRuns: 5000 },
  );
});

test.each([
  ['nothing', ''],
  ['a tag alone', '30'],
  ['a length that is cut off', '3082 05'],
  ['content that is cut off', '3003 0201'],
  ['bytes after the end', '0500 00'],
  ['an indefinite length', '3080 0000'],
  ['a length in a longer form than needed', '048105 0102030405'],
  ['a length with leading zeros', '04820005 0102030405'],
  ['a length of five octets', '048500000000 01'],
  ['a tag of several octets', '1f8101 00'],
])('%s is no DER', (_, text) => {
  expect(() => read(text)).toThrow(DerError);
});

test.each([
  ['a tag alone', '3005 3001 04 0100'],
  ['content', '3008 3002 0403 00000000'],
])('%s that reaches beyond its own SEQUENCE is cut off, whatever follows', (_, text) => {
  const [inner] = childrenOf(read(text));
  expect(() => inner && childrenOf(inner)).toThrow(DerError);
});

test('views begin and end where the element does, at every depth', () => {
  const [inner] = childrenOf(read('3009 3004 0402 abcd 0401 ef'));
  const [octets] = inner ? childrenOf(inner) : [];
  expect(inner?.whole).toEqual(hex('3004 0402 abcd'));
  expect(octets?.whole).toEqual(hex('0402 abcd'));
  expect(octets?.content).toEqual(hex('abcd'));
});

test('elements nested deeper than 24 levels are refused, not followed', () => {
  let bytes = encodeDer(0x05);
  for (let level = 0; level < 1000; level++) bytes = encodeDer(0x30, bytes);
  const descend = () => {
    for (let node = readDer(bytes); ;) node = childrenOf(node)[0] ?? node;
  };
  expect(descend).toThrow(DerError);
});

test('more than 20,000 elements side by side are refused, not held', () => {
  const list = (count: number) => readDer(encodeDer(0x30, new Uint8Array(count * 2).fill(0)));
  expect(childrenOf(list(20_000))).toHaveLength(20_000);
  expect(() => childrenOf(list(20_001))).toThrow(DerError);
});

describe('values', () => {
  test.each([
    ['0201 00', 0],
    ['0201 7f', 127],
    ['0202 0080', 128],
    ['0205 00ffffffff', 4_294_967_295],
  ])('the integer %s is %d', (text, value) => {
    expect(smallInteger(read(text))).toBe(value);
  });

  test.each([
    ['without octets', () => integerOctets(read('0200'))],
    ['with a needless 00', () => integerOctets(read('0202 007f'))],
    ['with a needless FF', () => integerOctets(read('0202 ff80'))],
    ['that is negative', () => unsignedInteger(read('0201 80'))],
    ['of over 32 bits', () => smallInteger(read('0205 0100000000'))],
    ['of another tag', () => integerOctets(read('0401 00'))],
  ])('an integer %s is refused', (_, run) => {
    expect(run).toThrow(DerError);
  });

  test.each([
    ['0603 550403', '2.5.4.3'],
    ['0609 2a864886f70d01010b', '1.2.840.113549.1.1.11'],
    ['0602 8837', '2.999'],
    ['0601 27', '0.39'],
  ])('the object identifier %s is %s', (text, dotted) => {
    expect(oidValue(read(text))).toBe(dotted);
  });

  test.each(['0600', '0602 5580', '0602 8001', '060b 2a ffffffffffffffffffff 7f'])(
    'the object identifier %s is refused',
    (text) => {
      expect(() => oidValue(read(text))).toThrow(DerError);
    },
  );

  test('object identifiers are not mistaken for others that were read before', () => {
    const arcs = fc.array(fc.nat(20_000), { minLength: 1, maxLength: 12 });
    const lists = fc.array(arcs, { minLength: 400, maxLength: 400 });
    fc.assert(
      fc.property(lists, (list) => {
        for (const rest of [...list, ...list]) {
          const octets = rest.flatMap((arc) =>
            [14, 7]
              .flatMap((bits) => (arc >> bits ? [0x80 | ((arc >> bits) & 0x7f)] : []))
              .concat(arc & 0x7f),
          );
          const node = readDer(encodeDer(0x06, Uint8Array.of(0x55, ...octets)));
          expect(oidValue(node)).toBe(['2.5', ...rest].join('.'));
        }
      }),
      { numRuns: 3 },
    );
  });

  test('a boolean is FF or 00', () => {
    expect(booleanValue(read('0101 ff'))).toBe(true);
    expect(booleanValue(read('0101 00'))).toBe(false);
    expect(() => booleanValue(read('0101 01'))).toThrow(DerError);
  });

  test('named bits are counted from the left', () => {
    expect(namedBits(read('0302 03d8'))).toEqual([0, 1, 3, 4]);
    expect(namedBits(read('0303 070080'))).toEqual([8]);
    expect(() => namedBits(read('0302 0880'))).toThrow(DerError);
  });
});
