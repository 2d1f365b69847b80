import { DerError, expectTag, readDer, sequenceOf } from '../asn1/der.ts';
import { tags } from '../asn1/tags.ts';
import type { Bytes, DerNode } from '../asn1/der.ts';
import { oidValue, smallInteger } from '../asn1/der-values.ts';
import { oid } from '../asn1/oid.ts';
import { refusedKey } from '../key/key-refusal.ts';
import { berToDer } from './ber-to-der.ts';
import { implicitOctets, readContentInfo } from './content-info.ts';
import { pkcs12Oid } from './pkcs12-oid.ts';
import { readSealed, type Sealed } from './sealed.ts';

/** SafeContents in clear, or behind a password. */
export type SafePart = { safeContents: Bytes } | { sealed: Sealed };

const mostParts = 64;

const readers: Readonly<Record<string, (content: DerNode) => SafePart>> = {
  [oid.data]: (content) => ({ safeContents: expectTag(content, tags.octetString).content }),
  [pkcs12Oid.encryptedData]: (content) => ({ sealed: readEncryptedData(content) }),
  [pkcs12Oid.envelopedData]: () => {
    throw refusedKey('cipher');
  },
};

/**
 * Reads an AuthenticatedSafe (RFC 7292 section 4.1), DER or BER.
 *
 * @throws DerError
 * @throws FirmaError `unsupported_key`, `too_many_iterations`
 */
export function readSafeParts(authenticatedSafe: Bytes): SafePart[] {
  const contentInfos = sequenceOf(readDer(berToDer(authenticatedSafe)));
  if (contentInfos.length > mostParts) throw new DerError('too many parts');
  return contentInfos.map((contentInfo) => {
    const { type, content } = readContentInfo(contentInfo);
    const reader = readers[type];
    if (!reader) throw new DerError('a part of unknown type');
    return reader(content);
  });
}

/** RFC 5652 section 8 */
function readEncryptedData(node: DerNode): Sealed {
  const [version, encryptedContentInfo] = sequenceOf(node);
  if (smallInteger(version) > 2) throw new DerError('unknown version');
  const [contentType, algorithm, encryptedContent] = sequenceOf(encryptedContentInfo);
  if (oidValue(contentType) !== oid.data) throw new DerError('not data');
  return readSealed(algorithm, implicitOctets(encryptedContent));
}
