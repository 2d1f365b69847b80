import { fromBase64 } from './base64.ts';
import type { Bytes } from './der.ts';
import { fromLatin1 } from './windows-1252.ts';

export interface PemBlock {
  label: string;
  /** `undefined` when the text between the lines is no base64, or is enciphered (RFC 1421). */
  der: Bytes | undefined;
}

const begin = '-----BEGIN ';
/** Tools write a few lines about the file before the first block. */
const preamble = 4096;

/** The file is PEM text (RFC 7468), whole or not. */
export function isPem(bytes: Uint8Array): boolean {
  // DER of over 127 octets: a name inside it may well spell a PEM line.
  if (bytes[0] === 0x30 && (bytes[1] ?? 0) >= 0x80) return false;
  return fromLatin1(bytes.subarray(0, preamble)).includes(begin);
}

/** The label of the first block, also when that is cut off. */
export function firstPemLabel(bytes: Uint8Array): string | undefined {
  return /-----BEGIN ([^-\r\n]+)-----/.exec(fromLatin1(bytes.subarray(0, preamble)))?.[1];
}

/** Every whole block of a PEM text, in order. */
export function pemBlocks(bytes: Uint8Array): PemBlock[] {
  const blocks = fromLatin1(bytes).matchAll(
    /-----BEGIN ([^-\r\n]+)-----((?:(?!-----)[^])*)-----END ([^-\r\n]+)-----/g,
  );
  return Array.from(blocks)
    .filter(([, label, , endLabel]) => label === endLabel)
    .map(([, label = '', body = '']) => ({ label, der: fromBase64(body.replace(/\s+/g, '')) }));
}

/**
 * DER whichever way it came: the first block with one of the labels of a PEM text, else a copy of
 * the bytes. `undefined` when the PEM text has no such block.
 */
export function derOf(bytes: Uint8Array, labels: readonly string[]): Bytes | undefined {
  if (!isPem(bytes)) return new Uint8Array(bytes);
  return pemBlocks(bytes).find(({ label }) => labels.includes(label))?.der;
}

export const certificateLabels = ['CERTIFICATE', 'X509 CERTIFICATE'] as const;

export const privateKeyLabels = [
  'ENCRYPTED PRIVATE KEY',
  'PRIVATE KEY',
  'RSA PRIVATE KEY',
] as const;
