import { CutOff, readBerHeader } from '../asn1/ber-header.ts';
import { encodeDer } from '../asn1/der-encode.ts';
import { DerError, readDer, type Bytes } from '../asn1/der.ts';
import { tags } from '../asn1/tags.ts';

interface Rewritten {
  der: Bytes;
  /** Where the next element begins. */
  after: number;
}

/** The source, and how many elements it may still have. */
interface Reading {
  bytes: Bytes;
  elementsLeft: number;
}

const deepest = 24;
const mostElements = 10_000;
const constructed = 0x20;
const constructedOctetString = tags.octetString | constructed;

/**
 * One BER element (X.690 section 8.1) as DER, so far as lengths and OCTET STRINGs go: indefinite and
 * overlong lengths become the shortest, strings in segments become one. Windows and Java write such
 * .pfx files. What primitive elements hold is not touched, so neither is a certificate in an OCTET
 * STRING, nor anything that a digest was made of. Never longer than twice the input.
 *
 * @throws DerError when it is cut off, anything follows it, it is nested below 24 levels or has over
 *   10,000 elements
 */
export function berToDer(bytes: Bytes): Bytes {
  const { der, after } = rewrite({ bytes, elementsLeft: mostElements }, 0, bytes.length, 0);
  if (after !== bytes.length) throw new DerError('bytes after the end');
  return der;
}

function rewrite(reading: Reading, offset: number, limit: number, depth: number): Rewritten {
  if (depth > deepest) throw new DerError('nested too deep');
  if (--reading.elementsLeft < 0) throw new DerError('too many elements');
  const { tag, inside, after: end } = readBerHeader(reading.bytes, offset);
  if (tag === 0) throw new DerError('an end without its beginning');
  if ((end ?? inside) > limit) throw new CutOff();
  if (end !== undefined && (tag & constructed) === 0) {
    return { der: encodeDer(tag, reading.bytes.subarray(inside, end)), after: end };
  }
  const children: Bytes[] = [];
  let at = inside;
  while (end === undefined ? !isEndOfContents(reading.bytes, at, limit) : at < end) {
    const child = rewrite(reading, at, end ?? limit, depth + 1);
    children.push(child.der);
    at = child.after;
  }
  const after = end ?? at + 2;
  if (tag !== constructedOctetString) return { der: encodeDer(tag, ...children), after };
  return { der: encodeDer(tags.octetString, ...children.map(segmentOf)), after };
}

function segmentOf(der: Bytes): Bytes {
  const { tag, content } = readDer(der);
  if (tag !== tags.octetString) throw new DerError('a segment is an octet string');
  return content;
}

function isEndOfContents(bytes: Bytes, offset: number, limit: number): boolean {
  return offset + 2 <= limit && bytes[offset] === 0 && bytes[offset + 1] === 0;
}
