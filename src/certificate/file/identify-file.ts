import { FirmaError } from '../../errors.ts';
import { cmsKind, isIndefiniteCms } from './cms-content.ts';
import { childrenOf, DerError, readDer, readHeader } from '../asn1/der.ts';
import type { FileIdentity, FileKind } from './file-kind.ts';
import { readCertificate } from '../certificate.ts';
import { openingKind } from './opening.ts';
import { firstPemLabel, isPem, pemBlocks } from '../asn1/pem.ts';
import { fromLatin1 } from '../asn1/windows-1252.ts';
import { toHex } from '../asn1/hex.ts';

/** The tags of the elements inside the outermost one, as hex, of a file that is whole. */
const outlines: Readonly<Partial<Record<FileKind, RegExp>>> = {
  certificate: /^303003$/,
  certificate_request: /^303003$/,
  crl: /^303003$/,
  private_key: /^3004$/,
  // PKCS#8, RSAPrivateKey, ECPrivateKey
  plain_private_key: /^(023004(a0)?(81)?|(02){9}|0204(a0)?(a1)?)$/,
  pkcs12: /^0230(30)?$/,
  cms: /^06a0$/,
};

/** Of a file with entries, and of an empty one (PKWARE APPNOTE 4.3). */
const zipStarts = ['PK\x03\x04', 'PK\x05\x06'];

const pemKinds: Readonly<Record<string, FileKind>> = {
  CERTIFICATE: 'pem_certificate',
  'X509 CERTIFICATE': 'pem_certificate',
  'ENCRYPTED PRIVATE KEY': 'pem_private_key',
  'PRIVATE KEY': 'plain_private_key',
  'RSA PRIVATE KEY': 'plain_private_key',
  'EC PRIVATE KEY': 'plain_private_key',
  'CERTIFICATE REQUEST': 'certificate_request',
  'NEW CERTIFICATE REQUEST': 'certificate_request',
  CMS: 'cms',
  PKCS7: 'cms',
  'X509 CRL': 'crl',
};

/**
 * Says what a file is from its bytes, never from its name. In: the whole file, DER or PEM. A PEM
 * text of several blocks is what its first block is. Never throws; says nothing of whether what is
 * inside is right beyond the outline.
 */
export function identifyFile(bytes: Uint8Array): FileIdentity {
  if (bytes.length === 0) return { kind: 'empty' };
  const start = fromLatin1(bytes.subarray(0, 1024));
  if (zipStarts.some((zipStart) => start.startsWith(zipStart))) return { kind: 'zip' };
  if (isPem(bytes)) return identifyPem(bytes);
  if (isHtml(start)) return { kind: 'html' };
  if (isIndefiniteCms(bytes)) return { kind: cmsKind(bytes) };
  return bytes[0] === 0x30 ? identifyDer(bytes) : { kind: 'unknown' };
}

function isHtml(start: string): boolean {
  const text = start.replace(/^(\xef\xbb\xbf|\s)+/, '');
  return (
    /^<(!doctype html|html|head|body|script|meta|!--)/i.test(text) || /^<\?xml[^]*<html/i.test(text)
  );
}

function identifyPem(bytes: Uint8Array): FileIdentity {
  const [first] = pemBlocks(bytes);
  if (!first) {
    const promised = pemKinds[firstPemLabel(bytes) ?? ''];
    return { kind: 'truncated', ...(promised && { beginsLike: promised }) };
  }
  const kind = pemKinds[first.label] ?? 'unknown';
  // Its own password protects it in the manner of RFC 1421: no base64 alone between the lines.
  if (kind === 'plain_private_key' && !first.der) return { kind: 'pem_private_key' };
  if (!first.der) return { kind: 'unknown', beginsLike: kind };
  if (kind === 'cms') return { kind: cmsKind(first.der) };
  return { kind: kind === 'pem_certificate' && isCa(first.der) ? 'ca_certificate' : kind };
}

function identifyDer(bytes: Uint8Array): FileIdentity {
  const declaredLength = declaredLengthOf(bytes);
  const opening = openingKind(bytes);
  const promise = { ...(opening && { beginsLike: opening }) };
  if (declaredLength === 'cut off') return { kind: 'truncated' };
  if (declaredLength === undefined) return { kind: 'unknown' };
  if (declaredLength > bytes.length) return { kind: 'truncated', declaredLength, ...promise };
  const whole = new Uint8Array(bytes.subarray(0, declaredLength));
  if (!opening || !hasOutline(whole, opening))
    return { kind: 'unknown', declaredLength, ...promise };
  if (opening === 'cms') return { kind: cmsKind(whole), declaredLength };
  const kind = opening === 'certificate' && isCa(whole) ? 'ca_certificate' : opening;
  return { kind, declaredLength };
}

function declaredLengthOf(bytes: Uint8Array): number | 'cut off' | undefined {
  const lengthOctets = (bytes[1] ?? 0) > 0x80 ? (bytes[1] ?? 0) & 0x7f : 0;
  if (bytes.length < 2 + lengthOctets && lengthOctets <= 4) return 'cut off';
  return unlessMalformed(() => {
    const header = readHeader(bytes, 0);
    return header.headerLength + header.contentLength;
  });
}

function hasOutline(whole: Uint8Array<ArrayBuffer>, kind: FileKind): boolean {
  const outline = unlessMalformed(() =>
    toHex(Uint8Array.from(childrenOf(readDer(whole)), ({ tag }) => tag)),
  );
  return outline !== undefined && outlines[kind]?.test(outline) === true;
}

function isCa(der: Uint8Array<ArrayBuffer>): boolean {
  return unlessMalformed(() => readCertificate(der).isCa) ?? false;
}

function unlessMalformed<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof DerError || error instanceof FirmaError) return undefined;
    throw error;
  }
}
