import {
  encodeDer,
  encodeOid,
  encodeSetOf,
  oid,
  tags,
  type Bytes,
} from '../../certificate/index.ts';
import { attributeOid } from './cms-oid.ts';
import { encodeTime } from './encode-time.ts';

/**
 * SignedAttributes in DER, as a SET OF: what is signed in the place of the content (RFC 5652 section
 * 5.4). Content type and digest must be there (section 5.3).
 *
 * @param digest SHA-256 of the content
 * @throws FirmaError `invalid_request` when the time is none
 */
export function encodeSignedAttributes(digest: Bytes, signingTime?: Date): Bytes {
  return encodeSetOf([
    attribute(attributeOid.contentType, encodeOid(oid.data)),
    attribute(attributeOid.messageDigest, encodeDer(tags.octetString, digest)),
    ...(signingTime ? [attribute(attributeOid.signingTime, encodeTime(signingTime))] : []),
  ]);
}

function attribute(type: string, value: Bytes): Bytes {
  return encodeDer(tags.sequence, encodeOid(type), encodeDer(tags.set, value));
}
