import { encodeDer } from '../../../src/certificate/asn1/der-encode.ts';
import { objectId } from '../der.ts';

export type Der = Uint8Array<ArrayBuffer>;

export const sequence = (...parts: Uint8Array[]): Der => encodeDer(0x30, ...parts);
export const set = (...parts: Uint8Array[]): Der => encodeDer(0x31, ...parts);
export const octets = (...parts: Uint8Array[]): Der => encodeDer(0x04, ...parts);
export const bits = (content: Uint8Array): Der => encodeDer(0x03, Uint8Array.of(0), content);
export const truth = (value: boolean): Der => encodeDer(0x01, Uint8Array.of(value ? 0xff : 0));
export const nothing: Der = encodeDer(0x05);
/** `[number]` around elements, or instead of their tag. */
export const tagged = (number: number, ...parts: Uint8Array[]): Der =>
  encodeDer(0xa0 | number, ...parts);
/** `[number]` instead of the tag of something primitive. */
export const plain = (number: number, content: Uint8Array): Der =>
  encodeDer(0x80 | number, content);
export const text = (tag: number, value: string): Der => encodeDer(tag, Buffer.from(value));

/** An OBJECT IDENTIFIER, from its dotted form. */
export const oid = (dotted: string): Der => Uint8Array.from(objectId(dotted));

/** An INTEGER that is not negative. */
export function integer(value: number): Der {
  return encodeDer(0x02, integerContent(value));
}

export function integerContent(value: number): Uint8Array {
  const hex = value.toString(16);
  const even = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  return (even[0] ?? 0) >= 0x80 ? Buffer.concat([Uint8Array.of(0), even]) : even;
}

/** A time to the second: UTCTime as long as there is one. */
export function time(date: Date): Der {
  const digits = `${date.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`;
  const year = date.getUTCFullYear();
  return year >= 1950 && year < 2050 ? text(0x17, digits.slice(2)) : text(0x18, digits);
}

/** A BIT STRING of named bits, without zeros at its end. */
export function namedBits(...set: number[]): Der {
  const last = Math.max(-1, ...set);
  const content = new Uint8Array(Math.ceil((last + 1) / 8));
  for (const bit of set) content[bit >> 3] = (content[bit >> 3] ?? 0) | (0x80 >> (bit & 7));
  return encodeDer(0x03, Uint8Array.of(content.length * 8 - last - 1), content);
}
