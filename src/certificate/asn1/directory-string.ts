import { DerError, tags, type DerNode } from './der.ts';
import { fromLatin1, toWindows1252 } from './windows-1252.ts';

/** String types of a Name that carry one octet a character, or UTF-8 (RFC 5280 section 4.1.2.4). */
const octetStringTags = new Set<number>([0x0c, 0x12, 0x13, 0x14, 0x16, 0x1a]);

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
  if (!octetStringTags.has(node.tag)) throw new DerError('not a string');
  const text = utf8(node.content) ?? fromLatin1(node.content);
  return undoDoubleEncoding(text).normalize('NFC');
}

function undoDoubleEncoding(text: string): string {
  const octets = toWindows1252(text);
  const again = octets && utf8(octets);
  return again ?? text;
}

function utf8(octets: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(octets);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function utf16(octets: Uint8Array): string {
  if (octets.length % 2 !== 0) throw new DerError('half a character');
  let text = '';
  for (let offset = 0; offset < octets.length; offset += 2) {
    text += String.fromCharCode(((octets[offset] ?? 0) << 8) | (octets[offset + 1] ?? 0));
  }
  return text;
}
