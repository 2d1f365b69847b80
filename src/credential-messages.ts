/** What travels of files, e.firmas and authorities. Bytes are base64, dates ISO 8601. */
import type {
  CertificateKind,
  CredentialVerdict,
  FileFormat,
  FileKind,
  FindingId,
  FindingStatus,
  KnownRevocation,
  RevocationGap,
} from './certificate/index.ts';

export interface FilePayload {
  name: string;
  /** base64 */
  bytes: string;
}

/** What is said of a file as soon as it is dropped, before any password. */
export interface IdentifiedFile {
  name: string;
  size: number;
  kind: FileKind;
  /** Of an `unknown` file: what it is instead. */
  format?: FileFormat;
  /** It was something that an e.firma has, and cannot be read as that any more; a ZIP was cut off. */
  damaged?: true;
  /** Of a ZIP: what is inside that an e.firma can be made of. */
  contents?: IdentifiedFile[];
}

/** The public facts of one e.firma, as every screen shows them. */
export interface CredentialCard {
  id: string;
  rfc: string;
  curp?: string;
  legalName: string;
  representativeRfc?: string;
  representativeCurp?: string;
  serialNumber: string;
  /** ISO 8601, UTC */
  notBefore: string;
  /** ISO 8601, UTC */
  notAfter: string;
  kind: CertificateKind;
  issuer: string;
  /** Its issuer said so, as far as it is known. */
  revoked?: KnownRevocation;
  /** Forms can be filled: the original .key and its password are kept too. */
  canFill: boolean;
  /** `memory`: used without keeping it, gone at lock or close. */
  kept: 'vault' | 'memory';
  /** What was kept cannot be read: it can only be removed, or brought again. */
  damaged?: true;
}

/** A verdict as it travels: dates as ISO 8601, no bytes, nothing secret. */
export interface Review {
  ok: boolean;
  /** It can be kept and used, although dates may stand in the way at a portal. */
  usable: boolean;
  cause?: CredentialVerdict['cause'];
  detail?: CredentialVerdict['detail'];
  findings: CredentialVerdict['findings'];
  card?: Omit<CredentialCard, 'id' | 'canFill' | 'kept'>;
  /** With `key.mismatch`: the e.firma of this computer that the key does belong to. */
  belongsTo?: Pick<CredentialCard, 'rfc' | 'notBefore' | 'notAfter'>;
}

export interface ImportRequest {
  files: FilePayload[];
  password: string;
  /** What unlocks the vault, once it holds another e.firma. */
  vaultPassword?: string;
  /** Keep the original files and the password too (enciphered), to fill forms of portals. */
  keepFill: boolean;
}

/** Nothing is stored unless `review.usable`. `updated`: it was there already and was renewed in place. */
export type ImportResult =
  { review: Review; card: CredentialCard; updated: boolean } | { review: Review; card?: undefined };

export type TrialStepId =
  'files' | 'pair' | 'password' | 'form' | 'dates' | 'issuer' | 'revocation' | 'signature';

/**
 * Why a step of a trial is no `pass`: the finding that says it; of revocation, why nobody knows; or
 * what kept it from being looked at. `not_reached`: something before it failed.
 */
export type TrialReason =
  | FindingId
  | RevocationGap
  | 'not_reached'
  | 'key_in_clear'
  | 'originals_not_kept'
  | 'password_not_given'
  | 'signature_wrong';

/** One thing that «Probar mi firma» looked at. `unknown`: it could not, and `reason` says why. */
export interface TrialStep {
  id: TrialStepId;
  status: FindingStatus;
  reason?: TrialReason;
  /** Of one that was revoked. */
  revoked?: KnownRevocation;
}

/** How «Probar mi firma» went. Nothing in it is secret. */
export interface Trial {
  /** Nothing failed; what is `unknown` was not looked at. */
  ok: boolean;
  /** ISO 8601, UTC: the moment it was judged by. */
  at: string;
  /** Whose clock that was. */
  clock: 'portal' | 'computer';
  steps: TrialStep[];
  /** What the test signature was made over. It is of no use anywhere, and it was thrown away. */
  signedText?: string;
  review: Review;
}

/** A certification authority, as it is shown before and after it is trusted. */
export interface AuthorityCard {
  name: string;
  /** hex, of the certificate */
  sha256: string;
  /** ISO 8601, UTC */
  notBefore: string;
  /** ISO 8601, UTC */
  notAfter: string;
  /** `built_in` comes with the extension, `added` by the person, `new` is neither yet. */
  origin: 'built_in' | 'added' | 'new';
}
