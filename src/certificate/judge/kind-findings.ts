import type { Certificate, CertificateKind } from '../certificate-facts.ts';
import { isWantedFor, type JudgeOptions } from './judge-options.ts';
import { fault, type Fault, type Finding } from './verdict.ts';

const faults: Readonly<Record<Exclude<CertificateKind, 'efirma'>, Fault>> = {
  csd: fault('cert.is_csd'),
  imss: fault('cert.wrong_file', 'imss_certificate'),
  other: fault('cert.wrong_file', 'not_efirma'),
};

/** An e.firma is always of a kind that will do; what the IMSS issued only where IDSE is meant. */
export function isRightKind({ kind }: Certificate, options: JudgeOptions): boolean {
  return kind === 'efirma' || (kind === 'imss' && isWantedFor('idse', options));
}

/** Whether the certificate is of a kind that will do: not of a CSD, and of an e.firma at all. */
export function kindFindings(certificate: Certificate, options: JudgeOptions): Finding[] {
  const { kind } = certificate;
  const isRight = kind === 'efirma' || isRightKind(certificate, options);
  const found = isRight ? [] : [faults[kind]];
  const ids = ['cert.is_csd', 'cert.wrong_file'] as const;
  return ids.map((id) => found.find((other) => other.id === id) ?? { id, status: 'pass' });
}
