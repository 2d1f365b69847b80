import { type Bytes } from '../asn1/der.ts';
import { contextTag, tags } from '../asn1/tags.ts';
import { encodeDer } from '../asn1/der-encode.ts';
import { encodeAlgorithm, encodedNull, encodeOid } from '../asn1/encode-values.ts';
import { hashOid } from '../asn1/hash-oid.ts';
import type { ChainAnchor } from '../chain/trust-point.ts';
import { readAsked } from './asked-certificate.ts';
import { certIdOf } from './cert-id.ts';
import { ocspOid } from './ocsp-oid.ts';

export interface OcspQuestion {
  /** DER or PEM. */
  certificate: Uint8Array;
  /** Who signed it: that this is so is proved elsewhere, by the path. */
  issuer: ChainAnchor;
  /** What the answer must repeat; 32 random octets (RFC 9654 section 2.1). */
  nonce: Uint8Array;
}

/**
 * Asks about one certificate (RFC 6960 section 4.1.1). Out: the DER of an OCSPRequest, unsigned. The
 * CertID is made with SHA-1, which every responder knows (RFC 5019 section 2.1.1); nothing rests on
 * its strength, as the answer is signed.
 *
 * @throws FirmaError `not_a_certificate` for the certificate or its issuer
 */
export async function createOcspRequest({
  certificate,
  issuer,
  nonce,
}: OcspQuestion): Promise<Bytes> {
  const id = await certIdOf('SHA-1', readAsked(certificate, issuer));
  const certId = encodeSequence(
    encodeAlgorithm(hashOid.sha1, encodedNull),
    encodeDer(tags.octetString, id.issuerNameHash),
    encodeDer(tags.octetString, id.issuerKeyHash),
    encodeDer(tags.integer, id.serialNumber),
  );
  const extension = encodeSequence(
    encodeOid(ocspOid.nonce),
    encodeDer(tags.octetString, encodeNonce(nonce)),
  );
  const requestList = encodeSequence(encodeSequence(certId));
  const requestExtensions = encodeDer(contextTag(2), encodeSequence(extension));
  return encodeSequence(encodeSequence(requestList, requestExtensions));
}

/** A nonce as it stands in its extension (RFC 9654 section 2.1). */
export function encodeNonce(nonce: Uint8Array): Bytes {
  return encodeDer(tags.octetString, nonce);
}

function encodeSequence(...contents: readonly Uint8Array[]): Bytes {
  return encodeDer(tags.sequence, ...contents);
}
