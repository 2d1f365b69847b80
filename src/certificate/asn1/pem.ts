import type { FileKind } from '../file/file-kind.ts';
import { openingKind } from '../file/opening.ts';
import type { Bytes } from './der.ts';
import { fileText } from './file-text.ts';
import { fromLooseBase64 } from './loose-base64.ts';

export interface PemBlock {
  label: string;
  /** `undefined` when the text between the lines is no base64, or is enciphered (RFC 1421). */
  der: Bytes | undefined;
}

/** Octets. Tools write a few lines about the file before the first block. */
const preamble = 16_384;

const line = (word: string) =>
  `-----[ \\t]{0,4}${word}[ \\t]{1,4}([A-Z0-9][A-Z0-9 ]{0,40}?)[ \\t]{0,4}-----`;
const beginLine = new RegExp(line('BEGIN'), 'i');
const anyLine = line('(BEGIN|END)');
const dashes = '-----';

/** Octets of base64 alone that tell what it is. */
const bareHead = 2048;

/** How a file of base64 alone would be labelled. */
const bareLabels: Readonly<Partial<Record<FileKind, string>>> = {
  certificate: 'CERTIFICATE',
  private_key: 'ENCRYPTED PRIVATE KEY',
  plain_private_key: 'PRIVATE KEY',
  certificate_request: 'CERTIFICATE REQUEST',
  cms: 'PKCS7',
  crl: 'X509 CRL',
  pkcs12: 'PKCS12',
};

/**
 * The file is PEM text (RFC 7468), whole or not, or base64 of something known without the lines
 * around it.
 */
export function isPem(bytes: Uint8Array): boolean {
  // DER of over 127 octets: a name inside it may well spell a PEM line.
  if (bytes[0] === 0x30 && (bytes[1] ?? 0) >= 0x80) return false;
  const head = headText(bytes);
  const begin = beginLine.exec(head);
  if (begin) return !/[\0-\x08\x0e-\x1f]/.test(head.slice(0, begin.index));
  return bareBlock(bytes) !== undefined;
}

/** The label of the first block, in capital letters, also when that is cut off. */
export function firstPemLabel(bytes: Uint8Array): string | undefined {
  const label = beginLine.exec(headText(bytes))?.[1];
  return label === undefined ? undefined : capital(label);
}

/** Every whole block of a PEM text, in order; of base64 alone, the one it would be. */
export function pemBlocks(bytes: Uint8Array): PemBlock[] {
  const text = fileText(bytes);
  const lines = Array.from(text.matchAll(new RegExp(anyLine, 'gi')), (found) => lineOf(found));
  const blocks = lines.flatMap((begin, index) => {
    const end = lines[index + 1];
    if (begin.word !== 'BEGIN' || end?.word !== 'END' || begin.label !== end.label) return [];
    const body = text.slice(begin.after, end.at);
    return body.includes(dashes) ? [] : [{ label: begin.label, der: fromLooseBase64(body) }];
  });
  const bare = blocks.length === 0 && bareBlock(bytes);
  return bare ? [bare] : blocks;
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

function headText(bytes: Uint8Array): string {
  return fileText(bytes.subarray(0, preamble));
}

/** What a line of dashes says, and where it is. */
function lineOf({ 0: whole, 1: word = '', 2: label = '', index: at }: RegExpExecArray) {
  return { word: word.toUpperCase(), label: capital(label), at, after: at + whole.length };
}

function capital(label: string): string {
  return label.replace(/ +/g, ' ').toUpperCase();
}

/** Base64 of a SEQUENCE of over 127 octets begins with these two letters. */
function bareBlock(bytes: Uint8Array): PemBlock | undefined {
  const start = fileText(bytes.subarray(0, bareHead));
  const first = /^\s*MI/.test(start) ? fromLooseBase64(start) : undefined;
  const opening = first && openingKind(first);
  const label = opening && bareLabels[opening];
  const der = label === undefined ? undefined : fromLooseBase64(fileText(bytes));
  return label === undefined || !der ? undefined : { label, der };
}
