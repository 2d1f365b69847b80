import type { Bytes } from '../asn1/der.ts';
import { utf8Text } from '../asn1/utf8.ts';
import { fromLatin1, toLatin1, toWindows1252 } from '../asn1/windows-1252.ts';
import type { FileIdentity, FileKind } from './file-kind.ts';
import { identifyDer } from './identify-der.ts';

const [lineFeed, carriageReturn] = [0x0a, 0x0d];

/** What programs do to octets that they take for text, the other way round. */
const undoings: readonly ((bytes: Uint8Array) => Bytes | undefined)[] = [
  withoutAddedReturns,
  (bytes) => decoded(bytes, toLatin1),
  (bytes) => decoded(bytes, toWindows1252),
  withoutBlanksBefore,
];

/**
 * What is left of the beginning, one octet a character, when it cannot be undone: the replacement
 * character of UTF-8 (EF BF BD) where octets made no sense as text, or the carriage return gone
 * that every object identifier of PKCS has (`2A 86 48 86 F7 0D`).
 */
const remains: readonly (readonly [RegExp, FileKind?])[] = [
  [/^0\xef\xbf\xbd[^]{8,24}\x03\x02\x01\x02\x02/, 'certificate'],
  [/^0[^]{5,15}\x06\t\*(\xef\xbf\xbd)+H(\xef\xbf\xbd)+\r\x01[\x05\x0c]/, 'private_key'],
  [/^0\xef\xbf\xbd[^]{0,200}\xef\xbf\xbd[^]{0,200}\xef\xbf\xbd/],
  [/^0[^]{5,15}\x06\t\*\x86H\x86\xf7\n?\x01[\x05\x0c]/, 'private_key'],
  [/\x06[\x08\t\x0b]\*\x86H\x86\xf7\n?\x01/],
];

/** Octets that {@link remains} are looked for in. */
const head = 2048;

/**
 * Says of a broken file that a program took its octets for text, when these prove it. In: the file
 * and what it is as it stands. Nothing is repaired: the private key of a person is never guessed.
 */
export function mangledText(bytes: Uint8Array, identity: FileIdentity): FileIdentity | undefined {
  const damage = 'mangled_text';
  for (const undo of undoings) {
    const kind = wholeKind(undo(bytes));
    if (kind) return { kind: 'unknown', beginsLike: kind, damage };
  }
  if (bytes[0] !== 0x30) return undefined;
  const text = fromLatin1(bytes.subarray(0, head));
  const remain = remains.find(([pattern]) => pattern.test(text));
  if (!remain) return hasLostItsZeros(bytes, identity) ? { ...identity, damage } : undefined;
  const beginsLike = identity.beginsLike ?? remain[1];
  const kind = identity.kind === 'truncated' ? 'truncated' : 'unknown';
  return { kind, ...(beginsLike && { beginsLike }), damage };
}

/** A certificate has zeros in its structure; old editors made spaces of them. */
function hasLostItsZeros(bytes: Uint8Array, identity: FileIdentity): boolean {
  const { kind, beginsLike, declaredLength } = identity;
  const isBroken = kind === 'unknown' && beginsLike === 'certificate';
  return isBroken && declaredLength === bytes.length && !bytes.includes(0);
}

/** Every line feed has a carriage return before it, as FTP in text mode puts it there. */
function withoutAddedReturns(bytes: Uint8Array): Bytes | undefined {
  const added = new Set<number>();
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) {
    if (bytes[at - 1] !== carriageReturn) return undefined;
    added.add(at - 1);
  }
  return added.size > 0 ? new Uint8Array(bytes.filter((_, index) => !added.has(index))) : undefined;
}

/** Octets from 80 on have become two or three; the second one of a DER file is such. */
function decoded(
  bytes: Uint8Array,
  encode: (text: string) => Bytes | undefined,
): Bytes | undefined {
  const start = bytes[0] === 0xef ? 3 : 0;
  const second = bytes[start + 1];
  if (bytes[start] !== 0x30 || (second !== 0xc2 && second !== 0xe2)) return undefined;
  const text = utf8Text(bytes.subarray(start));
  return text === undefined ? undefined : encode(text);
}

function withoutBlanksBefore(bytes: Uint8Array): Bytes | undefined {
  const blanks: readonly number[] = [0xef, 0xbb, 0xbf, 0x09, lineFeed, carriageReturn, 0x20];
  const start = bytes.findIndex((octet) => !blanks.includes(octet));
  return start > 0 ? new Uint8Array(bytes.subarray(start)) : undefined;
}

function wholeKind(bytes: Bytes | undefined): FileKind | undefined {
  if (bytes?.[0] !== 0x30) return undefined;
  const { kind, declaredLength } = identifyDer(bytes);
  const isKnown = kind !== 'unknown' && kind !== 'truncated';
  return isKnown && declaredLength === bytes.length ? kind : undefined;
}
