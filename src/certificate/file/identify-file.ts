import { fileText } from '../asn1/file-text.ts';
import { isPem } from '../asn1/pem.ts';
import { fromLatin1 } from '../asn1/windows-1252.ts';
import { binaryFormat, isOfficeZip, isZip } from './binary-formats.ts';
import type { FileFormat, FileIdentity, FileKind } from './file-kind.ts';
import { identifyDer } from './identify-der.ts';
import { identifyPem } from './identify-pem.ts';
import { mangledText } from './mangled-text.ts';
import { isHtml, isText, textFormat } from './text-formats.ts';

/** Octets that tell what a file is, when it is neither DER nor PEM. */
const head = 8192;

/** Octets: what is larger was no file of an e.firma before it was mangled either. */
const largestMangled = 256 * 1024;

/** Text of these formats may hold a certificate, which is then not the file. */
const wrappers: readonly FileFormat[] = ['xml', 'json'];

/**
 * Says what a file is from its bytes, never from its name. In: the whole file, DER, PEM or base64
 * alone. A PEM text of several blocks is what its first block is; what is inside another thing (a
 * document, a page, a program) is not looked for. Never throws; says nothing of whether what is
 * inside is right beyond the outline, except that a certificate can be read.
 */
export function identifyFile(bytes: Uint8Array): FileIdentity {
  if (bytes.length === 0) return { kind: 'empty' };
  if (bytes.every((octet) => octet === 0)) return unknown('cloud_placeholder');
  const start = bytes.subarray(0, head);
  const octets = fromLatin1(start);
  if (isZip(octets)) return isOfficeZip(octets) ? unknown('office') : { kind: 'zip' };
  const binary = binaryFormat(octets);
  if (binary) return unknown(binary);
  const text = isText(start, fileText(start)) ? fileText(start) : undefined;
  if (text === undefined) return identifyBinary(bytes);
  if (isHtml(text)) return { kind: 'html' };
  const format = textFormat(text);
  return isPem(bytes) && !wrappers.includes(format) ? identifyPem(bytes) : unknown(format);
}

function identifyBinary(bytes: Uint8Array): FileIdentity {
  if (isPem(bytes)) return identifyPem(bytes);
  const identity: FileIdentity = bytes[0] === 0x30 ? identifyDer(bytes) : { kind: 'unknown' };
  if (isSound(identity, bytes) || bytes.length > largestMangled) return identity;
  return mangledText(bytes, identity) ?? identity;
}

/** An encrypted key has no structure but its opening, so that its length alone says little. */
const unproved: readonly FileKind[] = ['unknown', 'truncated', 'private_key'];

function isSound({ kind, declaredLength }: FileIdentity, bytes: Uint8Array): boolean {
  return !unproved.includes(kind) && declaredLength === bytes.length;
}

function unknown(format: FileFormat): FileIdentity {
  return { kind: 'unknown', format };
}
