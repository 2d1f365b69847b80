import { DerError, readDer, type Bytes } from '../asn1/der.ts';
import { tags } from '../asn1/tags.ts';
import { toHex } from '../asn1/hex.ts';
import { readName, type RawAttribute } from '../asn1/read-name.ts';
import { utf8Text } from '../asn1/utf8.ts';
import { fromLatin1 } from '../asn1/windows-1252.ts';

/** How the octets of each string type are text; other values are compared as they are. */
const decoders: Readonly<Record<number, (octets: Bytes) => string>> = {
  [tags.utf8String]: utf8,
  0x13: fromLatin1, // PrintableString
  0x14: fromLatin1, // TeletexString
  0x16: fromLatin1, // IA5String
  0x1a: fromLatin1, // VisibleString
  0x1c: (octets) => wide(octets, 4), // UniversalString
  [tags.bmpString]: (octets) => wide(octets, 2),
};

/**
 * A Name as one text for each of its relative names, so that equal names are equal texts: string
 * types, case of ASCII letters and amount of white space do not count (RFC 5280 section 7.1, with
 * the case folding of OpenSSL). Unlike the text that is shown, octets are read as their declared
 * type says. In: DER of a Name.
 *
 * @throws DerError
 */
export function relativeNames(name: Bytes): string[] {
  return readName(readDer(name)).map((attributes) =>
    joined(attributes.map(attributeKey).toSorted()),
  );
}

/** A Name as one text to compare by; octets that are no text are compared as they are. */
export function nameKey(name: Bytes): string {
  try {
    return joined(relativeNames(name));
  } catch (error) {
    if (error instanceof DerError) return toHex(name);
    throw error;
  }
}

/** A Name without a single attribute, which names nobody. */
export function isEmptyName(name: Bytes): boolean {
  return name.length <= 2;
}

function attributeKey({ type, value }: RawAttribute): string {
  const text = decoders[value.tag]?.(value.content);
  return `${type}=${text === undefined ? toHex(value.whole) : `"${folded(text)}`}`;
}

/** Several texts as one, each with its length before it, so that no others make the same. */
function joined(texts: readonly string[]): string {
  let whole = '';
  for (const text of texts) whole += `${text.length}:${text}`;
  return whole;
}

function folded(text: string): string {
  const spaced = /[\t\n\v\f\r]|^ |  | $/.test(text)
    ? text.replace(/[\t\n\v\f\r ]+/g, ' ').replace(/^ | $/g, '')
    : text;
  return /[^\0-\x7f]/.test(spaced)
    ? spaced.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
    : spaced.toLowerCase();
}

function utf8(octets: Bytes): string {
  const text = utf8Text(octets);
  if (text === undefined) throw new DerError('not UTF-8');
  return text;
}

/** Big-endian characters of two or four octets. */
function wide(octets: Bytes, width: 2 | 4): string {
  if (octets.length % width !== 0) throw new DerError('half a character');
  let text = '';
  for (let offset = 0; offset < octets.length; offset += width) {
    let code = 0;
    for (let index = 0; index < width; index++) code = code * 0x100 + (octets[offset + index] ?? 0);
    if (code > 0x10ffff) throw new DerError('no such character');
    text += String.fromCodePoint(code);
  }
  return text;
}
