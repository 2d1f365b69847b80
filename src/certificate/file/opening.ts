import { DerError, readHeader, tags, type DerHeader } from '../asn1/der.ts';
import type { FileKind } from './file-kind.ts';

/**
 * What the first elements of a DER file promise, whether or not the rest is there. `undefined` when
 * they promise nothing known, or are themselves cut off.
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
  const outer = enter(bytes, 0);
  if (outer.tag !== tags.sequence) return undefined;
  const first = enter(bytes, outer.inside);
  if (first.tag === tags.oid) return enter(bytes, first.after).tag === 0xa0 ? 'cms' : undefined;
  if (first.tag === tags.integer) return versioned(bytes, first);
  if (first.tag !== tags.sequence) return undefined;

  const inner = enter(bytes, first.inside);
  if (inner.tag === 0xa0) return 'certificate';
  if (inner.tag === tags.oid) {
    // An AlgorithmIdentifier: a public key follows it with a BIT STRING, an encrypted key does not.
    return enter(bytes, first.after).tag === tags.octetString ? 'private_key' : undefined;
  }
  if (inner.tag !== tags.integer) return undefined;
  const next = enter(bytes, inner.after);
  if (next.tag !== tags.sequence) return undefined;
  // RFC 2986: version 0, then a Name. RFC 5280 section 5.1: version 1, then an AlgorithmIdentifier.
  const nameOrAlgorithm = enter(bytes, next.inside).tag;
  if (bytes[inner.inside] === 0 && nameOrAlgorithm === tags.set) return 'certificate_request';
  if (bytes[inner.inside] === 1 && nameOrAlgorithm === tags.oid) return 'crl';
  return undefined;
}

function versioned(bytes: Uint8Array, version: Entered): FileKind | undefined {
  if (version.contentLength !== 1) return undefined;
  const next = enter(bytes, version.after).tag;
  switch (bytes[version.inside]) {
    case 0: // PKCS#8 (RFC 5958), or the RSAPrivateKey of RFC 8017
      return next === tags.sequence || next === tags.integer ? 'plain_private_key' : undefined;
    case 1: // PKCS#8 with its public key, or the ECPrivateKey of RFC 5915
      return next === tags.sequence || next === tags.octetString ? 'plain_private_key' : undefined;
    case 3: // RFC 7292
      return next === tags.sequence ? 'pkcs12' : undefined;
    default:
      return undefined;
  }
}

interface Entered extends DerHeader {
  /** Where its content begins. */
  inside: number;
  /** Where the next element begins. */
  after: number;
}

function enter(bytes: Uint8Array, offset: number): Entered {
  const header = readHeader(bytes, offset);
  const inside = offset + header.headerLength;
  return { ...header, inside, after: inside + header.contentLength };
}
