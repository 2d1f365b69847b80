import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeDer } from '../../src/certificate/asn1/der-encode.ts';
import { oidValue, smallInteger } from '../../src/certificate/asn1/der-values.ts';
import { DerError, readDer } from '../../src/certificate/asn1/der.ts';
import { tags } from '../../src/certificate/asn1/tags.ts';
import { encodedNull, encodeInteger, encodeOid } from '../../src/certificate/asn1/encode-values.ts';
import { joinBytes } from '../../src/certificate/asn1/join-bytes.ts';
import { readName } from '../../src/certificate/asn1/read-name.ts';
import { hasSameBytes } from '../../src/certificate/asn1/same-bytes.ts';
import { revocationReason } from '../../src/certificate/revocation/revocation-reason.ts';

const bytes = (...octets: number[]) => Uint8Array.from(octets);

describe('two octet strings are not the same', () => {
  test.each([
    ['when one begins like the other', bytes(1, 2), bytes(1, 2, 3)],
    ['when the other begins like the one', bytes(1, 2, 3), bytes(1, 2)],
    ['when one is empty', bytes(), bytes(0)],
    ['when the last octet differs', bytes(1, 2, 3), bytes(1, 2, 4)],
  ])('%s', (_, one, other) => {
    expect(hasSameBytes(one, other)).toBe(false);
  });

  test('and are when all of them are', () => {
    expect(hasSameBytes(bytes(1, 2, 3), joinBytes([bytes(1), bytes(), bytes(2, 3)]))).toBe(true);
  });
});

describe('a reason of revocation', () => {
  const reasonOf = (...content: number[]) =>
    revocationReason(readDer(encodeDer(tags.enumerated, bytes(...content))));

  test.each([[[7]], [[11]], [[255]], [[]], [[0, 1]], [[1, 0]]])('%j has no name', (content) => {
    expect(reasonOf(...content)).toBeUndefined();
  });

  test('is an ENUMERATED and nothing else', () => {
    expect(() => revocationReason(readDer(encodeInteger(1)))).toThrow(DerError);
  });

  test('has the name of its number', () => {
    expect([0, 1, 6, 8, 10].map((number) => reasonOf(number))).toEqual([
      'unspecified',
      'keyCompromise',
      'certificateHold',
      'removeFromCRL',
      'aACompromise',
    ]);
  });
});

describe('a Name', () => {
  const nameOf = (...parts: Uint8Array[]) =>
    readDer(encodeDer(tags.sequence, encodeDer(tags.set, encodeDer(tags.sequence, ...parts))));
  const type = encodeOid('2.5.4.3');

  test.each([
    ['no value', [type]],
    ['two values', [type, encodedNull, encodedNull]],
    ['no type', [encodedNull, encodedNull]],
  ])('with an attribute of %s is refused', (_, parts) => {
    expect(() => readName(nameOf(...parts))).toThrow(DerError);
  });

  test('has its attributes with the values unread', () => {
    const [[attribute] = []] = readName(nameOf(type, encodedNull));
    expect(attribute).toMatchObject({ type: '2.5.4.3', value: { tag: tags.null } });
  });
});

describe('what is encoded is read back', () => {
  test('an INTEGER', () => {
    fc.assert(
      fc.property(fc.nat(0xffff_ffff), (value) => {
        expect(smallInteger(readDer(encodeInteger(value)))).toBe(value);
      }),
    );
  });

  test('an OBJECT IDENTIFIER', () => {
    const root = fc.oneof(
      fc.tuple(fc.constantFrom(0, 1), fc.nat(39)),
      fc.tuple(fc.constant(2), fc.nat(2 ** 31)),
    );
    fc.assert(
      fc.property(root, fc.array(fc.maxSafeNat(), { maxLength: 8 }), (first, rest) => {
        const dotted = [...first, ...rest].join('.');
        expect(oidValue(readDer(encodeOid(dotted)))).toBe(dotted);
      }),
    );
  });
});
