import type { Certificate } from '../certificate-facts.ts';
import { belongsTogether } from './belongs-together.ts';
import type { OpenedFile } from './open-keys.ts';
import type { CertificateFile } from './sorted-file.ts';

export interface Pair extends OpenedFile {
  certificate: CertificateFile;
}

/** Whether a certificate is of the kind that is wanted. */
export type IsWanted = (certificate: Certificate) => boolean;

/** Best first: of the wanted kind, in force at `at`, with the latest end. */
export function byPreference(
  files: readonly CertificateFile[],
  at: Date,
  isWanted: IsWanted,
): CertificateFile[] {
  const rank = ({ certificate }: CertificateFile) => {
    const isInForce = certificate.notBefore <= at && at <= certificate.notAfter;
    return (isWanted(certificate) ? 2 : 0) + (isInForce ? 1 : 0);
  };
  return files.toSorted((one, other) => rank(other) - rank(one) || endOf(other) - endOf(one));
}

/**
 * The first certificate that one of the keys belongs to. A certificate
 * of another kind is taken only when none of the wanted kind is there.
 */
export function choosePair(
  preferred: readonly CertificateFile[],
  keys: readonly OpenedFile[],
  isWanted: IsWanted,
): Pair | undefined {
  const wanted = preferred.filter(({ certificate }) => isWanted(certificate));
  for (const certificate of wanted.length > 0 ? wanted : preferred) {
    const opened = keys.find(({ key }) => belongsTogether(key, certificate.certificate));
    if (opened) return { certificate, ...opened };
  }
  return undefined;
}

function endOf({ certificate }: CertificateFile): number {
  return certificate.notAfter.getTime();
}
