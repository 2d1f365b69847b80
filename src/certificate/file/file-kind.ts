/**
 * What a file is, by its bytes alone. `private_key` is an encrypted PKCS#8, `pem_private_key` the
 * same as PEM text, `plain_private_key` any private key that no password protects (DER or PEM).
 * `renewal_request` is the SAT's .ren, `sdg` its bundle of CSD requests.
 */
export type FileKind =
  | 'certificate'
  | 'ca_certificate'
  | 'private_key'
  | 'pkcs12'
  | 'certificate_request'
  | 'renewal_request'
  | 'sdg'
  | 'cms'
  | 'crl'
  | 'pem_certificate'
  | 'pem_private_key'
  | 'plain_private_key'
  | 'zip'
  | 'html'
  | 'empty'
  | 'truncated'
  | 'unknown';

export interface FileIdentity {
  kind: FileKind;
  /** Bytes that the outermost ASN.1 header announces, header included; absent when it has none. */
  declaredLength?: number;
  /** Of a `truncated` or `unknown` file: what its first bytes promise. */
  beginsLike?: FileKind;
}
