import { describe, expect, test } from 'vitest';
import { timeValue } from '../../src/certificate/asn1/asn1-time.ts';
import { encodeDer } from '../../src/certificate/asn1/der-encode.ts';
import { DerError, readDer } from '../../src/certificate/asn1/der.ts';
import { directoryString } from '../../src/certificate/asn1/directory-string.ts';
import { fromLatin1 } from '../../src/certificate/asn1/windows-1252.ts';

const utf8 = (text: string) => Buffer.from(text, 'utf8');
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const twice = (text: string) => utf8(utf8(text).toString('latin1'));

const [utf8String, printable, teletex, bmp, universal] = [0x0c, 0x13, 0x14, 0x1e, 0x1c];

describe('names are read as they were meant', () => {
  test.each([
    ['a TeletexString with Latin-1 octets', teletex, latin1('RAQÑ7701212M3'), 'RAQÑ7701212M3'],
    ['a TeletexString with &', teletex, latin1('H&E951128469'), 'H&E951128469'],
    ['a UTF8String', utf8String, utf8('ÑANDÚ'), 'ÑANDÚ'],
    ['a PrintableString with UTF-8 inside', printable, utf8('Administración'), 'Administración'],
    ['UTF-8 that was encoded twice', utf8String, twice('Administración'), 'Administración'],
    ['a PrintableString encoded twice', printable, twice('ÑANDÚ'), 'ÑANDÚ'],
    ['UTF-8 encoded twice by way of windows-1252', utf8String, utf8('INSTITUCIÃ“N'), 'INSTITUCIÓN'],
    ['a decomposed accent', utf8String, utf8('Jose\u0301'), 'José'],
    ['a BMPString', bmp, Uint8Array.of(0x00, 0xd1, 0x00, 0x41), 'ÑA'],
    ['a BMPString with half a pair', bmp, Uint8Array.of(0xd8, 0x00, 0x00, 0x41), '\ufffdA'],
    ['a UniversalString', universal, Uint8Array.of(0, 0, 0, 0xd1, 0, 1, 0xf6, 0x00), 'Ñ😀'],
    ['a UniversalString with half a pair', universal, Uint8Array.of(0, 0, 0xd8, 0), '\ufffd'],
    ['an ordinal after Latin-1', teletex, latin1('CALLE Nº 5'), 'CALLE Nº 5'],
    ['an empty string', utf8String, utf8(''), ''],
  ])('%s', (_, tag, octets, text) => {
    expect(directoryString(readDer(encodeDer(tag, octets)))).toBe(text);
  });

  test.each([
    ['an INTEGER', 0x02, latin1('1')],
    ['a BMPString of an odd length', bmp, latin1('1')],
    ['a UniversalString of two octets', universal, latin1('12')],
    ['a UniversalString beyond Unicode', universal, Uint8Array.of(0, 0x11, 0, 0)],
  ])('%s is refused', (_, tag, octets) => {
    expect(() => directoryString(readDer(encodeDer(tag, octets)))).toThrow(DerError);
  });
});

test.each([1, 1023, 1024, 1025, 500_000])('a name of %d letters is read', (length) => {
  const text = 'Ab'.repeat(length).slice(0, length);
  expect(directoryString(readDer(encodeDer(utf8String, utf8(text))))).toBe(text);
});

test('every octet of Latin-1 is its own character', () => {
  const octets = Uint8Array.from({ length: 256 }, (_, octet) => octet);
  expect(fromLatin1(octets)).toBe(Buffer.from(octets).toString('latin1'));
  for (const octet of octets) expect(fromLatin1(Uint8Array.of(octet)).charCodeAt(0)).toBe(octet);
});

describe('times', () => {
  const [utcTime, generalizedTime] = [0x17, 0x18];

  test.each([
    [utcTime, '260304050607Z', '2026-03-04T05:06:07.000Z'],
    [utcTime, '491231235959Z', '2049-12-31T23:59:59.000Z'],
    [utcTime, '500101000000Z', '1950-01-01T00:00:00.000Z'],
    [generalizedTime, '20500101000000Z', '2050-01-01T00:00:00.000Z'],
    [generalizedTime, '20240229120000Z', '2024-02-29T12:00:00.000Z'],
    [generalizedTime, '00010203040506Z', '0001-02-03T04:05:06.000Z'],
  ])('tag %d, %s is %s', (tag, text, iso) => {
    expect(timeValue(readDer(encodeDer(tag, latin1(text)))).toISOString()).toBe(iso);
  });

  test.each([
    [utcTime, '2603040506Z', 'no seconds'],
    [utcTime, '260304050607-0600', 'an offset'],
    [utcTime, '260230000000Z', 'the 30th of February'],
    [utcTime, '260304246060Z', 'hour 24'],
    [utcTime, '261304050607Z', 'month 13'],
    [utcTime, '20260304050607Z', 'four digits of year'],
    [generalizedTime, '20260304050607.5Z', 'a fraction'],
    [generalizedTime, '20250229000000Z', 'a leap day in a common year'],
    [0x0c, '260304050607Z', 'another tag'],
  ])('tag %d, %s is refused: %s', (tag, text) => {
    expect(() => timeValue(readDer(encodeDer(tag, latin1(text))))).toThrow(DerError);
  });
});
