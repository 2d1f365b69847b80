import { FirmaError } from '../../errors.ts';
import type { Certificate } from '../certificate-facts.ts';
import { readCertificate } from '../certificate.ts';
import type { FileIdentity, FileKind } from '../file/file-kind.ts';
import { identifyFile } from '../file/identify-file.ts';

export interface CredentialFile {
  name: string;
  bytes: Uint8Array;
}

export interface SortedFile extends CredentialFile {
  /** Its place in what was handed in. */
  index: number;
  identity: FileIdentity;
}

export interface CertificateFile extends SortedFile {
  certificate: Certificate;
}

/** The files by what they can serve as; `rest` is everything else. */
export interface SortedFiles {
  certificates: CertificateFile[];
  keys: SortedFile[];
  authorities: CertificateFile[];
  rest: SortedFile[];
}

/** Octets. A .cer has 1,500, a .key 1,300. */
export const largestFile = 256 * 1024;

export const keyKinds: readonly FileKind[] = [
  'private_key',
  'pem_private_key',
  'plain_private_key',
];

/** Sorts files by their contents alone; neither order nor names matter. */
export function sortFiles(files: readonly CredentialFile[]): SortedFiles {
  const sorted: SortedFiles = { certificates: [], keys: [], authorities: [], rest: [] };
  files.forEach(({ name, bytes }, index) => {
    const identity: FileIdentity =
      bytes.length > largestFile ? { kind: 'unknown' } : identifyFile(bytes);
    const file = { name, bytes, index, identity };
    const isExtended =
      identity.declaredLength !== undefined && identity.declaredLength < bytes.length;
    const certificate = certificateIn(file);
    if (certificate?.isCa) sorted.authorities.push({ ...file, certificate });
    else if (certificate) sorted.certificates.push({ ...file, certificate });
    else if (keyKinds.includes(identity.kind) && !isExtended) sorted.keys.push(file);
    else sorted.rest.push(file);
  });
  return sorted;
}

function certificateIn({ bytes, identity }: SortedFile): Certificate | undefined {
  if (!['certificate', 'ca_certificate', 'pem_certificate'].includes(identity.kind)) {
    return undefined;
  }
  try {
    return readCertificate(bytes);
  } catch (error) {
    if (error instanceof FirmaError && error.code === 'not_a_certificate') return undefined;
    throw error;
  }
}
