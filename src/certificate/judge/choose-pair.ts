import type { OpenedFile } from './open-keys.ts';
import { toHex } from '../asn1/hex.ts';
import type { CertificateFile } from './sort-files.ts';

export interface Pair extends OpenedFile {
  certificate: CertificateFile;
}

/** Best first: an e.firma, in force at `at`, with the latest end. */
export function byPreference(files: readonly CertificateFile[], at: Date): CertificateFile[] {
  const rank = ({ certificate: { kind, notBefore, notAfter } }: CertificateFile) =>
    (kind === 'efirma' ? 2 : 0) + (notBefore <= at && at <= notAfter ? 1 : 0);
  return files.toSorted((one, other) => rank(other) - rank(one) || endOf(other) - endOf(one));
}

/** The first certificate that one of the keys belongs to: both have the same modulus. */
export function choosePair(
  certificates: readonly CertificateFile[],
  keys: readonly OpenedFile[],
): Pair | undefined {
  for (const certificate of certificates) {
    const modulus = toHex(certificate.certificate.modulus);
    const opened = keys.find(({ key }) => modulus !== '' && toHex(key.modulus) === modulus);
    if (opened) return { certificate, ...opened };
  }
  return undefined;
}

function endOf({ certificate }: CertificateFile): number {
  return certificate.notAfter.getTime();
}
