import { fromLatin1 } from './windows-1252.ts';

/** Byte order marks (Unicode 15 section 23.8), and the encoding of what follows them. */
const marks: readonly (readonly [readonly number[], string])[] = [
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

const utf8Mark = 'ï»¿';

/**
 * The octets of a file as ASCII text: UTF-16 when a byte order mark says so, as Notepad saves it,
 * else one octet a character, without the mark of UTF-8.
 */
export function fileText(bytes: Uint8Array): string {
  const marked = marks.find(([mark]) => mark.every((octet, index) => bytes[index] === octet));
  if (marked) return new TextDecoder(marked[1]).decode(bytes);
  const text = fromLatin1(bytes);
  return text.startsWith(utf8Mark) ? text.slice(utf8Mark.length) : text;
}
