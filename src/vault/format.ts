/**
 * What rests on disk, version 1. One random vault key, wrapped once per slot; every secret part of
 * a record under its own data key, wrapped by the vault key. All ciphers are AES-256-GCM.
 */
import type { KnownRevocation } from '../certificate/index.ts';

export const formatVersion = 1;

/** AES-256-GCM: 12 bytes of random nonce, ciphertext with its 16-byte tag. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  ciphertext: Uint8Array<ArrayBuffer>;
}

/** Parameters of Argon2id (RFC 9106). */
export interface Argon2Parameters {
  memoryKiB: number;
  passes: number;
  lanes: number;
  salt: Uint8Array<ArrayBuffer>;
}

/** One way to the vault key. */
export interface PasswordSlot {
  id: string;
  kind: 'password';
  kdf: Argon2Parameters;
  vaultKey: Sealed;
}

export interface VaultHeader {
  version: typeof formatVersion;
  id: string;
  slots: PasswordSlot[];
}

/**
 * `sign`: the PKCS#8 private key. `fill`: the original files and the password of the key, kept only
 * if the person wants forms to be filled.
 */
export type PartName = 'sign' | 'fill';

export interface Part {
  dataKey: Sealed;
  secret: Sealed;
}

/** What the person wrote down of an e.firma; in clear, nothing of it opens anything. */
export interface KeptAccount {
  curp?: string;
  nss?: string;
  registrosPatronales?: string[];
  email?: string;
  registrations?: { portal: string; since: string }[];
}

export interface CredentialRecord {
  version: typeof formatVersion;
  id: string;
  /** hex SHA-256 of the certificate; unique */
  fingerprint: string;
  /** DER; the only source of the facts that are shown */
  certificate: Uint8Array<ArrayBuffer>;
  /** Indexes only. */
  rfc: string;
  notAfter: Date;
  parts: { sign: Part; fill?: Part };
  account?: KeptAccount;
  /** The `fill` part holds an account at IDSE. */
  hasIdse?: boolean;
  /** As its issuer said last. */
  revoked?: KnownRevocation;
  /** Where it was let in from here, and when last. */
  entered?: { portal: string; at: string }[];
}

/** The content of a `fill` part, as JSON. Bytes in base64. */
export interface FillSecret {
  certificate: { name: string; bytes: string };
  privateKey: { name: string; bytes: string };
  password: string;
  /** The account at IDSE. */
  idse?: { user: string; password: string };
}
