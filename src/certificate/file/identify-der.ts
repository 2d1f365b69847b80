import { FirmaError } from '../../errors.ts';
import { childrenOf, DerError, readDer, type Bytes } from '../asn1/der.ts';
import { toHex } from '../asn1/hex.ts';
import { readCertificate } from '../certificate.ts';
import { berOutline } from './ber-outline.ts';
import { cmsKind } from './cms-content.ts';
import type { FileFormat, FileIdentity, FileKind } from './file-kind.ts';
import { openingKind } from './opening.ts';

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

/** What a whole file with the right outline is; those that are not here have to be DER. */
const confirmations: Readonly<Partial<Record<FileKind, (whole: Bytes) => FileKind | undefined>>> = {
  certificate: readableCertificate,
  cms: cmsKind,
  pkcs12: () => 'pkcs12',
};

/** SubjectPublicKeyInfo and RSAPublicKey. */
const formats: readonly (readonly [RegExp, FileFormat])[] = [[/^(3003|0202)$/, 'public_key']];

/**
 * What a file that begins with a SEQUENCE is. A certificate is one only when it can be read: what
 * has but the shape of one, as those of version 1, is unknown and begins like one.
 */
export function identifyDer(bytes: Uint8Array): FileIdentity {
  const opening = openingKind(bytes);
  const { isCutOff, length, tags } = berOutline(bytes) ?? { isCutOff: false };
  const facts = {
    ...(length !== undefined && { declaredLength: length }),
    ...(opening && { beginsLike: opening }),
  };
  if (isCutOff) return { kind: 'truncated', ...facts };
  if (length === undefined || tags === undefined) return { kind: 'unknown', ...facts };
  const outline = toHex(Uint8Array.from(tags));
  const whole = new Uint8Array(bytes.subarray(0, length));
  const kind = opening && outlines[opening]?.test(outline) ? confirm(whole, opening) : undefined;
  if (kind) return { kind, declaredLength: length };
  const format = opening ? undefined : formats.find(([pattern]) => pattern.test(outline))?.[1];
  return { kind: 'unknown', ...facts, ...(format && { format }) };
}

function confirm(whole: Bytes, opening: FileKind): FileKind | undefined {
  const confirmation = confirmations[opening];
  if (confirmation) return confirmation(whole);
  return unlessRefused(() => childrenOf(readDer(whole))) && opening;
}

function readableCertificate(whole: Bytes): FileKind | undefined {
  const certificate = unlessRefused(() => readCertificate(whole));
  return certificate && (certificate.isCa ? 'ca_certificate' : 'certificate');
}

function unlessRefused<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof DerError || error instanceof FirmaError) return undefined;
    throw error;
  }
}
