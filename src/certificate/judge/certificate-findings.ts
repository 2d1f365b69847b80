import type { Certificate } from '../certificate-facts.ts';
import { dateFindings } from './date-findings.ts';
import { holderFindings } from './holder-findings.ts';
import { issuerFindings } from './issuer-findings.ts';
import type { JudgeOptions } from './judge-options.ts';
import { kindFindings } from './kind-findings.ts';
import { supersededFinding } from './superseded-finding.ts';
import { fault, type Finding } from './verdict.ts';

/** What a certificate is judged by, besides itself. */
export interface Surroundings {
  at: Date;
  /** Certificates of authorities that were brought along. */
  authorities: readonly Certificate[];
  /** The other certificates that were brought. */
  brought: readonly Certificate[];
  options: JudgeOptions;
}

/** What is to be said of a certificate alone. Revocation is never looked at here, hence `unknown`. */
export async function certificateFindings(
  certificate: Certificate,
  surroundings: Surroundings,
): Promise<Finding[]> {
  const { at, authorities, brought, options } = surroundings;
  return [
    ...kindFindings(certificate, options),
    ...dateFindings(certificate, at, options.computerTime),
    supersededFinding(certificate, brought, options.others ?? []),
    ...holderFindings(certificate, options),
    strengthFinding(certificate),
    ...(await issuerFindings(certificate, authorities, options.added ?? [])),
    { id: 'cert.revoked', status: 'unknown' },
  ];
}

function strengthFinding({ isWeak }: Certificate): Finding {
  return isWeak ? fault('cert.weak_alg', isWeak) : { id: 'cert.weak_alg', status: 'pass' };
}
