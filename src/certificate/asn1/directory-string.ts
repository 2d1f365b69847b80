import { DerError, tags, type DerNode } from './der.ts';
import { utf8Text } from './utf8.ts';
import { asciiText, fromLatin1, toWindows1252 } from './windows-1252.ts';

/** String types of a Name that carry one octet a character, or UTF-8 (RFC 5280 section 4.1.2.4). */
const octetStringTags = new Set<number>([0x0c, 0x12, 0x13, 0x14, 0x16, 0x1a]);

/** The element is one of the string types of a Name. */
export function isDirectoryString({ tag }: DerNode): boolean {
  return tag === tags.bmpString || tag === tags.universalString || octetStringTags.has(tag);
}

/**
 * The text of an attribute of a Name, NFC. The octets decide, not the declared type, because the
 * SAT's do not agree: RFCs with Ñ are TeletexString with Latin-1 octets, AC6 wrote UTF-8 into
 * PrintableStrings, and encoded some names twice. Octets that are valid UTF-8 are read as UTF-8,
 * a second time when the outcome is again valid UTF-8; all others as Latin-1.
 *
 * @throws DerError when the element is no string
 */
export function directoryString(node: DerNode): string {
  if (node.tag === tags.bmpString) return utf16(node.content).normalize('NFC');
  if (node.tag === tags.universalString) return utf32(node.content).normalize('NFC');
  if (!octetStringTags.has(node.tag)) throw new DerError('not a string');
  // Almost every name; in ASCII all these encodings are one.
  const ascii = asciiText(node.bytes, node.inside, node.end);
  if (ascii !== undefined) return ascii;
  const text = utf8Text(node.content) ?? fromLatin1(node.content);
  return undoDoubleEncoding(text).normalize('NFC');
}

function undoDoubleEncoding(text: string): string {
  const octets = toWindows1252(text);
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
