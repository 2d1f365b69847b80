import type { signatureAlgorithms } from './asn1/oid.ts';
import type { ExponentFault } from './key/public-exponent.ts';

/** `efirma` signs for a person, `csd` seals invoices, `imss` was issued by the IMSS, else `other`. */
export type CertificateKind = 'efirma' | 'csd' | 'imss' | 'other';

/** RFC 5280 section 4.2.1.3, in the order of its bits. */
export type KeyUsage =
  | 'digitalSignature'
  | 'nonRepudiation'
  | 'keyEncipherment'
  | 'dataEncipherment'
  | 'keyAgreement'
  | 'keyCertSign'
  | 'cRLSign'
  | 'encipherOnly'
  | 'decipherOnly';

export type SignatureAlgorithm = (typeof signatureAlgorithms)[keyof typeof signatureAlgorithms];

/** Why a certificate no longer protects: what portals refuse, or what anybody could forge. */
export type CertificateWeakness = 'small_key' | ExponentFault | 'old_hash';

export interface Representative {
  rfc: string;
  curp?: string;
}

export interface DistinguishedName {
  commonName?: string;
  organization?: string;
  organizationalUnit?: string;
  /** Every attribute in the order of the file, as `CN=…, O=…`: to be read, never to be compared. */
  readonly text: string;
  /** DER of the Name. */
  der: Uint8Array<ArrayBuffer>;
}

/** The facts of a certificate. Nothing here says that it is trusted. */
export interface Certificate {
  /** Of the holder; empty when the certificate names none. */
  rfc: string;
  /** Of the holder, when a natural person. */
  curp?: string;
  legalName: string;
  /** Of the subject, as the holder gave it when it was issued. */
  email?: string;
  /** Who signs for a company. */
  representative?: Representative;
  /** The 20 digits of a SAT certificate; else the octets of the number as lower-case hex. */
  serialNumber: string;
  notBefore: Date;
  notAfter: Date;
  issuer: DistinguishedName;
  subject: DistinguishedName;
  kind: CertificateKind;
  /** May issue certificates (basicConstraints). */
  isCa: boolean;
  keyUsage: readonly KeyUsage[];
  /** Dotted OIDs. */
  extendedKeyUsage: readonly string[];
  /** A dotted OID when it is none that this version knows by name. */
  signatureAlgorithm: SignatureAlgorithm | (string & {});
  /** The whole certificate, a copy of its own; all other bytes here are views into it. */
  der: Uint8Array<ArrayBuffer>;
  /** What the issuer signed, DER. */
  tbsCertificate: Uint8Array<ArrayBuffer>;
  signature: Uint8Array<ArrayBuffer>;
  /** DER */
  subjectPublicKeyInfo: Uint8Array<ArrayBuffer>;
  /** A dotted OID for anything else. */
  keyAlgorithm: 'RSA' | 'EC' | (string & {});
  /** Of the RSA modulus or of the curve; absent for keys that this version does not know. */
  keyBits?: number;
  /** Of the RSA public key, big-endian, no leading zero; empty for other keys. */
  modulus: Uint8Array<ArrayBuffer>;
  /** Of the RSA public key: lower-case hex, no leading zero octet. */
  publicExponent?: string;
  /** The gravest reason why it is too weak; absent when there is none. */
  isWeak?: CertificateWeakness;
}
