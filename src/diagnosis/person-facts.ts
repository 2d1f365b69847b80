/** What was seen of the person's own: their e.firma, the files they brought, their account. */
import type { CauseId as FileCauseId, CertificateKind } from '../certificate/index.ts';

export interface CredentialFacts {
  rfc: string;
  kind: CertificateKind;
  /** ISO 8601, UTC */
  notBefore: string;
  notAfter: string;
  issuer: 'production' | 'added' | 'test' | 'unknown';
  /** ISO 8601, UTC: since when the person says to be registered at the portal. */
  registeredAt?: string;
  /** No CURP of who signs with it is in the certificate. */
  noCurp?: true;
  /** Another one of the same RFC begins later. */
  superseded: boolean;
  /** Of a kind that portals no longer take. */
  weak?: true;
}

/** Why files were refused when they were brought; `key.file_locked`: one could not be read. */
export interface RefusedFiles {
  cause: FileCauseId | 'key.file_locked';
}

/** What became of the files that the person brought last. */
export interface FilesFacts {
  refused?: RefusedFiles;
}

/** What is known of the person's dealings with the portal. */
export interface AccountFacts {
  /** With which of the person's e.firmas it knows them, as far as this computer can tell. */
  entered?: 'with_this' | 'with_older';
  /** Attempts in a row that it turned down, with this e.firma. */
  failed?: number;
  /** The same, with any. */
  failedThere?: number;
  /** The RFC in its form, beside that of the e.firma. */
  rfcTyped?: 'same' | 'differs';
}
