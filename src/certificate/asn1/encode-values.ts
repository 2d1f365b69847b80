import { encodeDer } from './der-encode.ts';
import { type Bytes } from './der.ts';
import { tags } from './tags.ts';

/** An OBJECT IDENTIFIER from its dotted form (X.690 section 8.19). */
export function encodeOid(dotted: string): Bytes {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return encodeDer(tags.oid, Uint8Array.from([first * 40 + second, ...rest].flatMap(base128)));
}

/** An INTEGER that is not negative, below 2^53. */
export function encodeInteger(value: number): Bytes {
  const octets = digits(value, 0x100);
  const isSigned = (octets[0] ?? 0) >= 0x80;
  return encodeDer(tags.integer, Uint8Array.from(isSigned ? [0, ...octets] : octets));
}

/** An AlgorithmIdentifier (RFC 5280 section 4.1.1.2). */
export function encodeAlgorithm(dotted: string, parameters: Bytes): Bytes {
  return encodeDer(tags.sequence, encodeOid(dotted), parameters);
}

/** The NULL that algorithms without parameters have for parameters. */
export const encodedNull: Bytes = encodeDer(tags.null);

function base128(arc: number): number[] {
  return digits(arc, 0x80).map((digit, index, { length }) =>
    index === length - 1 ? digit : digit | 0x80,
  );
}

/** Most significant first. */
function digits(value: number, base: number): number[] {
  const found = [value % base];
  for (let rest = Math.floor(value / base); rest > 0; rest = Math.floor(rest / base)) {
    found.unshift(rest % base);
  }
  return found;
}
