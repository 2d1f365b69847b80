/**
 * What a file is, by its bytes alone. `private_key` is an encrypted PKCS#8, `pem_private_key` the
 * same as PEM text, `plain_private_key` any private key that no password protects (DER or PEM).
 * `renewal_request` is the SAT's .ren, `sdg` its bundle of CSD requests. A `pem_…` may also be
 * base64 without the lines around it, or text in UTF-16.
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

/** Other things that people pick by mistake. */
export const fileFormats = [
  'pdf',
  'image',
  'office',
  'rar_or_7z',
  'shortcut',
  'program',
  'audio_or_video',
  'java_keystore',
  'openssh_key',
  'pgp',
  'public_key',
  /** Nothing but zeros, or a note of the cloud in the place of the file. */
  'cloud_placeholder',
  'email',
  'xml',
  'json',
  /** Nothing but white space. */
  'blank',
  'text',
] as const;

export type FileFormat = (typeof fileFormats)[number];

/**
 * What happened to the octets. `mangled_text`: a program took them for text and changed line ends
 * (FTP in text mode), the encoding (an editor) or single characters.
 */
export type FileDamage = 'mangled_text';

export interface FileIdentity {
  kind: FileKind;
  /** Bytes that the outermost ASN.1 header announces, header included; absent when it has none. */
  declaredLength?: number;
  /** Of a `truncated` or `unknown` file: what its first bytes promise. */
  beginsLike?: FileKind;
  /** Of an `unknown` file: what it is instead. */
  format?: FileFormat;
  /** Of a `truncated` or `unknown` file, when its bytes tell. */
  damage?: FileDamage;
}
