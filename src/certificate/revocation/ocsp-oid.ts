import { hashOid } from '../asn1/hash-oid.ts';

/** Object identifiers of RFC 6960 and of what it builds on. */
export const ocspOid = {
  /** id-pkix-ocsp-basic */
  basicResponse: '1.3.6.1.5.5.7.48.1.1',
  /** id-pkix-ocsp-nonce */
  nonce: '1.3.6.1.5.5.7.48.1.2',
  /** id-pkix-ocsp-nocheck */
  noCheck: '1.3.6.1.5.5.7.48.1.5',
  /** id-kp-OCSPSigning */
  ocspSigning: '1.3.6.1.5.5.7.3.9',
  /** id-ad-ocsp, also the method of an address (RFC 5280 section 4.2.2.1) */
  ocspMethod: '1.3.6.1.5.5.7.48.1',
  authorityInfoAccess: '1.3.6.1.5.5.7.1.1',
} as const;

/** Hashes that a CertID may be made with, by WebCrypto's names. */
export const certIdHashes = {
  [hashOid.sha1]: 'SHA-1',
  [hashOid.sha256]: 'SHA-256',
} as const;

export type CertIdHash = (typeof certIdHashes)[keyof typeof certIdHashes];
