import type { Certificate } from '../certificate-facts.ts';
import type { FileIdentity } from '../file/file-kind.ts';

export interface CredentialFile {
  name: string;
  bytes: Uint8Array;
}

export interface SortedFile extends CredentialFile {
  /** Its place in what was handed in; of a file inside a ZIP, the ZIP's. */
  index: number;
  /** It came out of a ZIP. */
  isPacked: boolean;
  identity: FileIdentity;
}

export interface CertificateFile extends SortedFile {
  certificate: Certificate;
}
