import { DerError } from '../asn1/der.ts';
import { tags } from '../asn1/tags.ts';
import { readBerHeader, type BerHeader } from '../asn1/ber-header.ts';
import type { FileKind } from './file-kind.ts';

/**
 * What the first elements of a DER or BER file promise, whether or not the rest is there.
 * `undefined` when they promise nothing known, or are themselves cut off.
 */
export function openingKind(bytes: Uint8Array): FileKind | undefined {
  try {
    return judgeOpening(bytes);
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
}

function judgeOpening(bytes: Uint8Array): FileKind | undefined {
  const outer = readBerHeader(bytes, 0);
  if (outer.tag !== tags.sequence) return undefined;
  const first = readBerHeader(bytes, outer.inside);
  if (first.tag === tags.oid) return tagAfter(bytes, first) === 0xa0 ? 'cms' : undefined;
  if (first.tag === tags.integer) return versioned(bytes, first);
  if (first.tag !== tags.sequence) return undefined;

  const inner = readBerHeader(bytes, first.inside);
  if (inner.tag === 0xa0) return 'certificate';
  if (inner.tag === tags.oid) {
    // An AlgorithmIdentifier: a public key follows it with a BIT STRING, an encrypted key does not.
    return tagAfter(bytes, first) === tags.octetString ? 'private_key' : undefined;
  }
  if (inner.tag === tags.sequence) return listOfVersion1(bytes, inner);
  return inner.tag === tags.integer ? signedParts(bytes, inner) : undefined;
}

/** What begins with a SEQUENCE whose first element is an INTEGER: a version, or a number. */
function signedParts(bytes: Uint8Array, integer: BerHeader): FileKind | undefined {
  const next = headerAfter(bytes, integer);
  if (next.tag !== tags.sequence) return undefined;
  const value = bytes.subarray(integer.inside, integer.after);
  const isEmptyName = next.after === next.inside;
  const nameOrAlgorithm = isEmptyName ? tags.set : readBerHeader(bytes, next.inside).tag;
  // RFC 2986: version 0, then a Name.
  if (nameOrAlgorithm === tags.set) {
    return value.length === 1 && value[0] === 0 ? 'certificate_request' : undefined;
  }
  if (nameOrAlgorithm !== tags.oid) return undefined;
  // An AlgorithmIdentifier and the issuer, then the date of a list (RFC 5280 section 5.1) or the
  // validity of a certificate of version 1.
  const issuer = headerAfter(bytes, next);
  return tagAfter(bytes, issuer) === tags.sequence ? 'certificate' : 'crl';
}

/** A list of revoked certificates that has no version. */
function listOfVersion1(bytes: Uint8Array, algorithm: BerHeader): FileKind | undefined {
  if (readBerHeader(bytes, algorithm.inside).tag !== tags.oid) return undefined;
  const issuer = headerAfter(bytes, algorithm);
  const date = tagAfter(bytes, issuer);
  return date === tags.utcTime || date === tags.generalizedTime ? 'crl' : undefined;
}

/** What may follow a version, and what that makes of the file. */
const versions: readonly (readonly [version: number, tag: number, kind: FileKind])[] = [
  // PKCS#8 (RFC 5958), and the RSAPrivateKey of RFC 8017
  [0, tags.sequence, 'plain_private_key'],
  [0, tags.integer, 'plain_private_key'],
  // PKCS#8 with its public key, and the ECPrivateKey of RFC 5915
  [1, tags.sequence, 'plain_private_key'],
  [1, tags.octetString, 'plain_private_key'],
  // RFC 7292
  [3, tags.sequence, 'pkcs12'],
];

function versioned(bytes: Uint8Array, integer: BerHeader): FileKind | undefined {
  if (integer.after !== integer.inside + 1) return undefined;
  const next = tagAfter(bytes, integer);
  const version = bytes[integer.inside];
  return versions.find(([number, tag]) => number === version && tag === next)?.[2];
}

function headerAfter(bytes: Uint8Array, { after }: BerHeader): BerHeader {
  if (after === undefined) throw new DerError('an indefinite length where none is expected');
  return readBerHeader(bytes, after);
}

function tagAfter(bytes: Uint8Array, header: BerHeader): number {
  return headerAfter(bytes, header).tag;
}
