import { FirmaError } from '../../errors.ts';
import type { Certificate } from '../certificate-facts.ts';
import { readCertificate } from '../certificate.ts';
import { identifiedFiles } from './identified-files.ts';
import { canBeOpened } from './open-locked.ts';
import type { CertificateFile, CredentialFile, SortedFile } from './sorted-file.ts';

/** The files by what they can serve as; `rest` is everything else. */
export interface SortedFiles {
  certificates: CertificateFile[];
  /** What may hold a key: .key and .pfx. */
  locked: SortedFile[];
  authorities: CertificateFile[];
  rest: SortedFile[];
}

/** Sorts files by their contents alone; neither order nor names matter. ZIPs are looked into. */
export function sortFiles(files: readonly CredentialFile[]): SortedFiles {
  const sorted: SortedFiles = { certificates: [], locked: [], authorities: [], rest: [] };
  for (const file of identifiedFiles(files)) {
    const certificate = certificateIn(file);
    if (certificate?.isCa) sorted.authorities.push({ ...file, certificate });
    else if (certificate) sorted.certificates.push({ ...file, certificate });
    else if (canBeOpened(file) && !isExtended(file)) sorted.locked.push(file);
    else sorted.rest.push(file);
  }
  return sorted;
}

function isExtended({ bytes, identity }: SortedFile): boolean {
  return identity.declaredLength !== undefined && identity.declaredLength < bytes.length;
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
