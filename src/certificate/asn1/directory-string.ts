import { DerError, type DerNode } from './der.ts';
import { tags } from './tags.ts';
import { utf8Text } from './utf8.ts';
import { asciiText, fromLatin1, toWindows1252 } from './windows-1252.ts';

/** String types of a Name that carry one octet a character, or UTF-8 (RFC 5280 section 4.1.2.4). */
const octetStringTags: readonly number[] = [0x13, 0x0c, 0x14, 0x16, 0x12, 0x1a];

/**
 * The text of an attribute of a Name, NFC; `undefined` when its value is no string. The octets
 * decide, not the declared type, because the SAT's do not agree: RFCs with Ñ are TeletexString with
 * Latin-1 octets, AC6 wrote UTF-8 into PrintableStrings, and encoded some names twice. Octets that
 * are valid UTF-8 are read as UTF-8, a second time when the outcome is again valid UTF-8; all others
 * as Latin-1.
 *
 * @throws DerError for a string that is cut off
 */
export function directoryText({ tag, bytes, inside, end }: DerNode): string | undefined {
  if (octetStringTags.includes(tag)) {
    // Almost every name; in ASCII all these encodings are one.
    return asciiText(bytes, inside, end) ?? textOf(bytes.subarray(inside, end));
  }
  return wideDecoders[tag]?.(bytes.subarray(inside, end)).normalize('NFC');
}

/**
 * As {@link directoryText}, of what has to be a string.
 *
 * @throws DerError also when the element is none
 */
export function directoryString(node: DerNode): string {
  const text = directoryText(node);
  if (text === undefined) throw new DerError('not a string');
  return text;
}

const wideDecoders: Readonly<Record<number, (octets: Uint8Array) => string>> = {
  [tags.bmpString]: utf16,
  [tags.universalString]: utf32,
};

function textOf(octets: Uint8Array): string {
  const text = utf8Text(octets) ?? fromLatin1(octets);
  return undoDoubleEncoding(text).normalize('NFC');
}

/** What the octets of a character in UTF-8 look like when each was taken for a character. */
const doublyEncoded = /[\u00c2-\u00f4][^\0-\x7f]/;

function undoDoubleEncoding(text: string): string {
  const octets = doublyEncoded.test(text) ? toWindows1252(text) : undefined;
  const again = octets && utf8Text(octets);
  return again ?? text;
}

function utf16(octets: Uint8Array): string {
  if (octets.length % 2 !== 0) throw new DerError('half a character');
  return new TextDecoder('utf-16be', { ignoreBOM: true }).decode(octets);
}

function utf32(octets: Uint8Array): string {
  if (octets.length % 4 !== 0) throw new DerError('part of a character');
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  let text = '';
  for (let offset = 0; offset < octets.length; offset += 4) {
    const codePoint = view.getUint32(offset);
    if (codePoint > 0x10ffff) throw new DerError('no such character');
    const isSurrogate = codePoint >= 0xd800 && codePoint < 0xe000;
    text += isSurrogate ? '\ufffd' : String.fromCodePoint(codePoint);
  }
  return text;
}
