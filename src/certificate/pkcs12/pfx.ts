import { DerError, expectTag, readDer, sequenceOf, type Bytes } from '../asn1/der.ts';
import { tags } from '../asn1/tags.ts';
import { smallInteger } from '../asn1/der-values.ts';
import { oid } from '../asn1/oid.ts';
import { refusedKey } from '../key/key-refusal.ts';
import { readSafeParts, type SafePart } from './authenticated-safe.ts';
import { berToDer } from './ber-to-der.ts';
import { readContentInfo } from './content-info.ts';
import { readMac, type Mac } from './mac.ts';

/** A .pfx, read but not opened. */
export interface Pfx {
  parts: SafePart[];
  /** What the MAC is of. */
  authenticatedSafe: Bytes;
  mac: Mac | undefined;
}

/**
 * Reads the PFX structure (RFC 7292 section 4), DER or BER.
 *
 * @throws DerError when it is none
 * @throws FirmaError `unsupported_key` for the public-key modes and for unknown algorithms ·
 *   `too_many_iterations`
 */
export function readPfx(bytes: Bytes): Pfx {
  const [version, authSafe, macData, extra] = sequenceOf(readDer(berToDer(bytes)));
  if (smallInteger(version) !== 3) throw new DerError('not version 3');
  if (extra) throw new DerError('a PFX has three parts');
  const { type, content } = readContentInfo(authSafe);
  if (type === oid.signedData) throw refusedKey('cipher');
  if (type !== oid.data) throw new DerError('neither data nor signed data');
  const authenticatedSafe = expectTag(content, tags.octetString).content;
  return {
    parts: readSafeParts(authenticatedSafe),
    authenticatedSafe,
    mac: macData && readMac(macData),
  };
}
